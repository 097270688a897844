package dev.greenroom.workspace.reading;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.identity.Caller;
import dev.greenroom.problems.Problem;
import dev.greenroom.workspace.build.BuildLog;
import dev.greenroom.workspace.build.BuildLogStore;
import dev.greenroom.workspace.database.UnreadableRow;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationStore;
import dev.greenroom.workspace.view.ViewStore;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;

/** What became of a command. */
@Path("/v1/operations/{id}")
@Authenticated
@RunOnVirtualThread
class OperationsResource {

    private final Caller caller;
    private final OperationStore operations;
    private final ViewStore view;
    private final BuildLogStore logs;

    OperationsResource(Caller caller, OperationStore operations, ViewStore view, BuildLogStore logs) {
        this.caller = caller;
        this.operations = operations;
        this.view = view;
        this.logs = logs;
    }

    @GET
    @Transactional
    public OperationView operation(UUID id) {
        return show(ofCaller(id));
    }

    /** The log of the build by which it failed; the end of it where it is long. */
    @GET
    @Path("log")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Transactional
    public String log(UUID id) {
        return logs.find(ofCaller(id).id())
                .map(BuildLog::text)
                .orElseThrow(() -> Problem.of(404, "log-not-found", "No log was kept of this operation."));
    }

    private Operation ofCaller(UUID id) {
        var user = caller.user();
        return find(id).filter(operation -> concerns(operation, user))
                .orElseThrow(() -> Problem.of(404, "operation-not-found", "No such operation of yours is known."));
    }

    private Optional<Operation> find(UUID id) {
        try {
            return operations.find(id);
        } catch (UnreadableRow e) {
            throw LaterVersion.needed();
        }
    }

    private OperationView show(Operation operation) {
        var command = operation.command();
        var workspace = operation.workspaceId() == null
                ? null
                : view.workspace(command.deployment(), command.owner(), operation.workspaceId())
                        .orElse(null);
        return OperationView.of(operation, workspace, logs.has(operation.id()));
    }

    private static boolean concerns(Operation operation, UserRef user) {
        return operation.command().actor().equals(user)
                || operation.command().owner().equals(user);
    }
}
