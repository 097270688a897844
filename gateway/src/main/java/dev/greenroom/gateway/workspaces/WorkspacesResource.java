package dev.greenroom.gateway.workspaces;

import dev.greenroom.gateway.commands.TraceContext;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.operations.AcceptedOperation;
import dev.greenroom.gateway.operations.IdempotencyKey;
import dev.greenroom.gateway.workspaces.RequestOutcome.Accepted;
import dev.greenroom.gateway.workspaces.RequestOutcome.EntityRefused;
import dev.greenroom.gateway.workspaces.RequestOutcome.KeyReused;
import dev.greenroom.gateway.workspaces.RequestOutcome.Unacknowledged;
import dev.greenroom.problems.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes requests for workspaces. Reads of the same path pass on to workspace-service. */
@Path("/v1/workspaces")
@Authenticated
@RequestScoped
class WorkspacesResource {
    private static final int POLL_AFTER_SECONDS = 1;

    private final ProvenUser caller;
    private final RequestWorkspace requestWorkspace;

    WorkspacesResource(ProvenUser caller, RequestWorkspace requestWorkspace) {
        this.caller = caller;
        this.requestWorkspace = requestWorkspace;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response request(
            @NotNull(message = "must be given") @Valid WorkspaceRequest request,
            @Context HttpHeaders headers,
            @HeaderParam(TraceContext.HEADER) @Nullable String traceparent) {
        return switch (requestWorkspace.carryOut(
                caller,
                request,
                keyOf(headers.getRequestHeader(IdempotencyKey.HEADER)),
                TraceContext.of(traceparent))) {
            case Accepted accepted -> answer(accepted);
            case EntityRefused refused -> throw refused.why();
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

    private static Response answer(Accepted accepted) {
        return Response.accepted(new AcceptedOperation(accepted.id(), accepted.status()))
                .header(HttpHeaders.LOCATION, "/v1/operations/" + accepted.id())
                .header(HttpHeaders.RETRY_AFTER, POLL_AFTER_SECONDS)
                .build();
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
