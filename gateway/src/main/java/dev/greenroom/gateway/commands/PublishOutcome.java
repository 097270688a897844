package dev.greenroom.gateway.commands;

import java.time.Duration;

/** What became of a command on its way to Kafka. */
public sealed interface PublishOutcome {

    /** All in-sync replicas have it. */
    record Published() implements PublishOutcome {}

    /**
     * It was not acknowledged in time, and may have arrived all the same: a repeat under the same id is safe.
     *
     * @param retryAfter when it is worth trying again
     */
    record Unacknowledged(Duration retryAfter) implements PublishOutcome {}
}
