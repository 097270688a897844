/** The step from a database transaction to Kafka: the one way in which a message leaves a service that has a database. */
@NullMarked
package dev.greenroom.outbox;

import org.jspecify.annotations.NullMarked;
