package dev.greenroom.gateway.workspaces;

import dev.greenroom.gateway.operations.AcceptedOperation;
import dev.greenroom.gateway.workspaces.RequestOutcome.Accepted;
import dev.greenroom.gateway.workspaces.RequestOutcome.KeyReused;
import dev.greenroom.gateway.workspaces.RequestOutcome.Refused;
import dev.greenroom.gateway.workspaces.RequestOutcome.Unacknowledged;
import dev.greenroom.problems.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What a caller hears of their request. */
final class RequestAnswer {
    private static final int POLL_AFTER_SECONDS = 1;

    private RequestAnswer() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem where the request was not accepted */
    static Response to(RequestOutcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> accepted(accepted);
            case Refused refused -> throw refused.why();
            case KeyReused _ ->
                throw Problem.of(
                        422,
                        "idempotency-key-reused",
                        "The idempotency key stands for a request that asked for something else.");
            case Unacknowledged unacknowledged ->
                throw Problem.unavailable(
                        "command-not-acknowledged",
                        "It is not certain that the request was kept. Repeat it, with the same Idempotency-Key if it"
                                + " had one: then it is carried out once.",
                        unacknowledged.retryAfter());
        };
    }

    private static Response accepted(Accepted accepted) {
        return Response.accepted(new AcceptedOperation(accepted.id(), accepted.status()))
                .header(HttpHeaders.LOCATION, "/v1/operations/" + accepted.id())
                .header(HttpHeaders.RETRY_AFTER, POLL_AFTER_SECONDS)
                .build();
    }
}
