package dev.greenroom.workspace.operation;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.contracts.WorkspaceEvent.OperationChanged;
import dev.greenroom.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Tells of an operation's life through the outbox. Call it in the transaction that changed the operation. */
@ApplicationScoped
public class OperationEvents {

    private final Outbox outbox;

    OperationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public void tell(Operation operation) {
        tellAll(List.of(operation));
    }

    public void tellAll(List<Operation> operations) {
        outbox.addAll(operations.stream().map(OperationEvents::eventOf).toList());
    }

    private static OperationChanged eventOf(Operation operation) {
        var command = operation.command();
        return new OperationChanged(
                command.deployment(),
                command.owner(),
                operation.id(),
                operation.revision(),
                operation.updatedAt(),
                nameOf(command),
                command.cause(),
                operation.status(),
                entityOf(command).orElse(null),
                operation.workspaceId(),
                operation.failure());
    }

    /** The command's type as events and the API name it. */
    public static String nameOf(WorkspaceCommand command) {
        return command.getClass().getSimpleName();
    }

    /** The entity that a command is for, where it is for one. */
    public static Optional<EntityRef> entityOf(WorkspaceCommand command) {
        return switch (command) {
            case CreateWorkspace create -> Optional.of(create.entityRef());
            case ListWorkspaces _, OfWorkspace _ -> Optional.empty();
        };
    }
}
