package dev.greenroom.workspace.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.Workspace;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceEvent.Failure;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationEvents;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation as its actor and its owner see it.
 *
 * @param command such as {@code CreateWorkspace}
 * @param workspace once there is one, and while there is
 * @param failure where the status is {@code FAILED}
 * @param log where the log of the build by which it failed is, where that was kept
 * @param digest of what was asked for: a request with the same id and another digest is no repeat
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OperationView(
        UUID id,
        String command,
        Cause cause,
        OperationStatus status,
        @Nullable EntityRef entityRef,
        @Nullable Workspace workspace,
        @Nullable Failure failure,
        @Nullable URI log,
        Instant acceptedAt,
        Instant updatedAt,
        String digest) {

    static OperationView of(Operation operation, @Nullable Workspace workspace, boolean hasLog) {
        var command = operation.command();
        return new OperationView(
                operation.id(),
                OperationEvents.nameOf(command),
                command.cause(),
                operation.status(),
                OperationEvents.entityOf(command).orElse(null),
                workspace,
                operation.failure(),
                hasLog ? URI.create("/v1/operations/" + operation.id() + "/log") : null,
                operation.acceptedAt(),
                operation.updatedAt(),
                command.digest());
    }
}
