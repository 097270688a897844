package dev.greenroom.workspace.admin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceEvent.Failure;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationEvents;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command as operators see it: without the values of its parameters.
 *
 * @param place where it stands among all
 * @param waitsFor why it has to wait, where it was tried and does
 * @param attempts how often in a row it had to
 * @param due when it is tried next, if it is at the head of its lane then
 * @param failure where it has failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdminCommand(
        @JsonIgnore long place,
        UUID id,
        String command,
        Cause cause,
        UserRef owner,
        UserRef actor,
        @Nullable EntityRef entityRef,
        @Nullable UUID workspaceId,
        OperationStatus status,
        @Nullable String waitsFor,
        int attempts,
        @Nullable Instant due,
        Instant deadline,
        @Nullable Failure failure,
        Instant acceptedAt,
        Instant updatedAt) {

    /** @param due null where it has settled */
    static AdminCommand of(long place, Operation operation, @Nullable String waitsFor, @Nullable Instant due) {
        var command = operation.command();
        return new AdminCommand(
                place,
                operation.id(),
                OperationEvents.nameOf(command),
                command.cause(),
                command.owner(),
                command.actor(),
                OperationEvents.entityOf(command).orElse(null),
                operation.workspaceId(),
                operation.status(),
                waitsFor,
                operation.attempts(),
                due,
                command.deadline(),
                operation.failure(),
                operation.acceptedAt(),
                operation.updatedAt());
    }
}
