/** Apache Kafka in KRaft mode without Docker, in this JVM or as a process, with Greenroom's topics. */
@NullMarked
package dev.greenroom.standins.kafka;

import org.jspecify.annotations.NullMarked;
