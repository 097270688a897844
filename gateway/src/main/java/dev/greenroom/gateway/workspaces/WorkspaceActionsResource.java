package dev.greenroom.gateway.workspaces;

import dev.greenroom.contracts.WorkspaceCommand.CancelBuild;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.RestartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.UpdateWorkspace;
import dev.greenroom.gateway.door.PathId;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.problems.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes what is asked of a workspace that is there. Whether it is, and is the caller's, shows when it is carried out. */
@Path("/v1/workspaces/{id}")
@Authenticated
@RequestScoped
@RunOnVirtualThread
class WorkspaceActionsResource {
    /** No body, or a JSON object with nothing in it. Clients that send no body name many a type for it. */
    private static final Pattern NOTHING = Pattern.compile("\\s*(?:\\{\\s*}\\s*)?");

    private final ProvenUser caller;
    private final RequestCommand requests;

    WorkspaceActionsResource(ProvenUser caller, RequestCommand requests) {
        this.caller = caller;
        this.requests = requests;
    }

    @POST
    @Path("/start")
    public Response start(@PathParam("id") String id, @Nullable String body, @Context HttpHeaders headers) {
        return ask(StartWorkspace::new, id, body, headers);
    }

    @POST
    @Path("/stop")
    public Response stop(@PathParam("id") String id, @Nullable String body, @Context HttpHeaders headers) {
        return ask(StopWorkspace::new, id, body, headers);
    }

    @POST
    @Path("/restart")
    public Response restart(@PathParam("id") String id, @Nullable String body, @Context HttpHeaders headers) {
        return ask(RestartWorkspace::new, id, body, headers);
    }

    @POST
    @Path("/update")
    public Response update(@PathParam("id") String id, @Nullable String body, @Context HttpHeaders headers) {
        return ask(UpdateWorkspace::new, id, body, headers);
    }

    @POST
    @Path("/cancel")
    public Response cancel(@PathParam("id") String id, @Nullable String body, @Context HttpHeaders headers) {
        return ask(CancelBuild::new, id, body, headers);
    }

    @DELETE
    public Response delete(@PathParam("id") String id, @Nullable String body, @Context HttpHeaders headers) {
        return ask(DeleteWorkspace::new, id, body, headers);
    }

    private Response ask(OfWorkspace.Maker maker, String text, @Nullable String body, HttpHeaders headers) {
        if (body != null && !NOTHING.matcher(body).matches()) {
            throw Problem.of(
                    400, "invalid-request", "There is nothing to say in a body but an object without properties.");
        }
        var workspaceId = PathId.parse(text)
                .orElseThrow(() -> Problem.of(
                        404, "workspace-not-found", "There is no such workspace, or it is not the caller's."));
        var outcome = requests.carryOut(
                caller,
                RequestHeaders.of(headers),
                (id, deployment, user, issuedAt, deadline) ->
                        maker.make(id, deployment, user, user, Cause.REQUESTED, issuedAt, deadline, workspaceId),
                Optional::empty);
        return RequestAnswer.to(outcome);
    }
}
