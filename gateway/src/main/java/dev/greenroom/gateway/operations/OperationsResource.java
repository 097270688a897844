package dev.greenroom.gateway.operations;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.gateway.door.PathId;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.entities.HideEntities;
import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.UUID;

/** What has become of a command: never unknown for an id that this caller was given. */
@Path("/v1/operations")
@Authenticated
@RequestScoped
class OperationsResource {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final ProvenUser caller;
    private final OperationsClient operations;
    private final HideEntities hide;
    private final OperationIds ids;

    OperationsResource(ProvenUser caller, OperationsClient operations, HideEntities hide, OperationIds ids) {
        this.caller = caller;
        this.operations = operations;
        this.hide = hide;
        this.ids = ids;
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    public Object follow(@PathParam("id") String text) {
        var id = PathId.parse(text).orElseThrow(OperationsResource::notFound);
        return switch (operations.find(caller, id)) {
            case OperationOutcome.Known known ->
                hide.in(known.shown(), caller).toCompletableFuture().join();
            case OperationOutcome.Unknown _ -> underway(id);
            case OperationOutcome.TokenRefused _ -> throw Problem.unauthenticated();
            case OperationOutcome.Unavailable _ ->
                throw Problem.unavailable(
                        "service-unavailable", "What became of the operation can't be said now.", RETRY_AFTER);
        };
    }

    /** We gave it out once the broker had it, so it is on its way to the inbox. */
    private AcceptedOperation underway(UUID id) {
        if (!ids.proves(caller.user(), id)) {
            throw notFound();
        }
        return new AcceptedOperation(id, OperationStatus.ACCEPTED.name());
    }

    private static HttpProblem notFound() {
        return Problem.of(404, "operation-not-found", "There is no such operation, or it is not the caller's.");
    }
}
