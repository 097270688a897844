/**
 * {@code ./greenroom test --chaos}: kills workspace-service, Kafka and PostgreSQL while commands are under way, and counts
 * what was lost, done twice or done in another order.
 */
@NullMarked
package dev.greenroom.chaos;

import org.jspecify.annotations.NullMarked;
