package dev.greenroom.gateway.workspaces;

import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.entities.GuardEntities;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks for a workspace of the caller's for an entity that they may see. */
@ApplicationScoped
class RequestWorkspace {
    private final RequestCommand requests;
    private final GuardEntities guard;

    RequestWorkspace(RequestCommand requests, GuardEntities guard) {
        this.requests = requests;
        this.guard = guard;
    }

    /** Blocks as {@link RequestCommand} does. */
    RequestOutcome carryOut(ProvenUser caller, RequestHeaders headers, WorkspaceRequest request) {
        var entity = request.entity();
        return requests.carryOut(
                caller,
                headers,
                (id, deployment, user, issuedAt, deadline) -> new CreateWorkspace(
                        id,
                        deployment,
                        user,
                        user,
                        Cause.REQUESTED,
                        issuedAt,
                        deadline,
                        entity,
                        request.name(),
                        request.parameters()),
                () -> guard.refusal(caller, entity).toCompletableFuture().join());
    }
}
