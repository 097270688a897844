package dev.greenroom.gateway.workspaces;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.UUID;

/** What became of a request. */
sealed interface RequestOutcome {

    /**
     * Kafka has the command, or had it before.
     *
     * @param status {@code ACCEPTED}; for a repeated request what has become of it by now
     */
    record Accepted(UUID id, String status) implements RequestOutcome {}

    /** The idempotency key stands for another request. */
    record KeyReused() implements RequestOutcome {}

    /** It is not for this caller to ask, or that can't be told now. */
    record Refused(HttpProblem why) implements RequestOutcome {}

    /** Kafka has not acknowledged the command, and may have it all the same. */
    record Unacknowledged(Duration retryAfter) implements RequestOutcome {}
}
