package dev.greenroom.gateway.workspaces;

import dev.greenroom.gateway.door.ProvenUser;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Takes requests for workspaces. Reads of the same path pass on to workspace-service. */
@Path("/v1/workspaces")
@Authenticated
@RequestScoped
class WorkspacesResource {
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
            @NotNull(message = "must be given") @Valid WorkspaceRequest request, @Context HttpHeaders headers) {
        return RequestAnswer.to(requestWorkspace.carryOut(caller, RequestHeaders.of(headers), request));
    }
}
