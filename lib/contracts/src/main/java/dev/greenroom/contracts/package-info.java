/** Everything that crosses Kafka, and nothing else: the messages of each topic, their keys, and how they are written. */
@NullMarked
package dev.greenroom.contracts;

import org.jspecify.annotations.NullMarked;
