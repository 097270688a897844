package dev.greenroom.gateway.workspaces;

import dev.greenroom.gateway.commands.TraceContext;
import dev.greenroom.gateway.operations.IdempotencyKey;
import dev.greenroom.problems.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a command says beside its body.
 *
 * @param traceparent the caller's trace context; null without a sound one
 */
record RequestHeaders(
        Optional<IdempotencyKey> key, @Nullable String traceparent) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem a 400 for an idempotency key that is none */
    static RequestHeaders of(HttpHeaders headers) {
        return new RequestHeaders(
                keyOf(headers.getRequestHeader(IdempotencyKey.HEADER)),
                TraceContext.of(headers.getHeaderString(TraceContext.HEADER)));
    }

    private static Optional<IdempotencyKey> keyOf(List<String> sent) {
        if (sent.size() > 1) {
            throw Problem.of(400, "invalid-request", IdempotencyKey.HEADER + " is there more than once.");
        }
        try {
            return sent.stream().findFirst().map(IdempotencyKey::new);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "invalid-request", e.getMessage() + ".");
        }
    }
}
