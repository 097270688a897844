/** Part of step 3 of the flow: commands go to Kafka, and are acknowledged once all in-sync replicas have them. */
@NullMarked
package dev.greenroom.gateway.commands;

import org.jspecify.annotations.NullMarked;
