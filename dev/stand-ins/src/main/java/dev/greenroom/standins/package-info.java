/** What runs Greenroom without its neighbours: Kafka, PostgreSQL, Coder and Backstage where the real ones are not at hand. */
@NullMarked
package dev.greenroom.standins;

import org.jspecify.annotations.NullMarked;
