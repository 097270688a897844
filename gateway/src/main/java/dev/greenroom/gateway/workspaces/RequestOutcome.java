package dev.greenroom.gateway.workspaces;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.UUID;

/** What became of the request for a workspace. */
sealed interface RequestOutcome {

    /**
     * Kafka has the command, or had it before.
     *
     * @param status {@code ACCEPTED}; for a repeated request what has become of it by now
     */
    record Accepted(UUID id, String status) implements RequestOutcome {}

    /** The idempotency key stands for another request. */
    record KeyReused() implements RequestOutcome {}

    /** The caller may not know about the entity, or Backstage does not say. */
    record EntityRefused(HttpProblem why) implements RequestOutcome {}

    /** Kafka has not acknowledged the command, and may have it all the same. */
    record Unacknowledged(Duration retryAfter) implements RequestOutcome {}
}
