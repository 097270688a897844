package dev.greenroom.workspace.admin;

import dev.greenroom.identity.Admins;
import dev.greenroom.identity.Caller;
import dev.greenroom.paging.Page;
import dev.greenroom.paging.PageRequest;
import dev.greenroom.problems.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where operators see which commands wait or have failed, and why, and have one tried again. */
@Path("/v1/admin/commands")
@Authenticated
@RunOnVirtualThread
class AdminCommandsResource {

    private final Caller caller;
    private final Admins admins;
    private final AdminCommandStore commands;
    private final RetryCommand retry;

    AdminCommandsResource(Caller caller, Admins admins, AdminCommandStore commands, RetryCommand retry) {
        this.caller = caller;
        this.admins = admins;
        this.commands = commands;
        this.retry = retry;
    }

    @GET
    @Transactional
    public Page<AdminCommand> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        admins.require(caller.user());
        var page = PageRequest.byNumber(limit, cursor);
        return Page.of(commands.list(stateOf(state), page.last(), page.limit() + 1), page.limit(), AdminCommand::place);
    }

    @POST
    @Path("/{id}/retry")
    @ResponseStatus(202)
    public void retry(UUID id) {
        switch (retry.retry(id, admins.require(caller.user()))) {
            case RetryOutcome.Retried _ -> {
                // It is followed at the operation.
            }
            case RetryOutcome.Unknown _ -> throw Problem.of(404, "operation-not-found", "No such command is known.");
            case RetryOutcome.AlreadyDone _ ->
                throw Problem.of(409, "operation-succeeded", "It has succeeded: there is nothing to be tried again.");
            case RetryOutcome.HasAWorkspace _ ->
                throw Problem.of(
                        409,
                        "workspace-exists",
                        "It has made a workspace. Start or delete that one, or have its owner do it.");
        }
    }

    private static CommandState stateOf(@Nullable String state) {
        return Arrays.stream(CommandState.values())
                .filter(one -> state != null && one.name().equals(state))
                .findFirst()
                .orElseThrow(() -> invalid("state must be one of " + Arrays.toString(CommandState.values()) + "."));
    }

    private static RuntimeException invalid(String detail) {
        return Problem.of(400, "invalid-request", detail);
    }
}
