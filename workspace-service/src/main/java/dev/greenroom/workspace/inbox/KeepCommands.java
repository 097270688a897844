package dev.greenroom.workspace.inbox;

import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.CancelBuild;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.RestartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.UpdateWorkspace;
import dev.greenroom.contracts.WorkspaceEvent.Failure;
import dev.greenroom.workspace.intake.Keep;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationEvents;
import dev.greenroom.workspace.operation.OperationStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Accepts what the topic brings. A command that can't be kept fails at once, without what it asked for: its id was
 * given out, and whoever follows it must not wait for ever.
 */
@ApplicationScoped
class KeepCommands implements Keep<WorkspaceCommand> {

    private static final Failure UNREADABLE = FailureCode.COMMAND_UNREADABLE.saying(
            "The request could not be kept. Ask again; where that fails, too, look for unusual characters in its values.");

    private final AcceptCommands accept;
    private final InboxStore inbox;
    private final OperationStore operations;
    private final OperationEvents events;
    private final Clock clock;

    KeepCommands(
            AcceptCommands accept, InboxStore inbox, OperationStore operations, OperationEvents events, Clock clock) {
        this.accept = accept;
        this.inbox = inbox;
        this.operations = operations;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void all(List<WorkspaceCommand> commands) {
        accept.all(commands);
    }

    /** Where the id is known already, the first command of that id counts, and nothing changes. */
    @Override
    public void givenUp(WorkspaceCommand command) {
        var now = clock.instant();
        inbox.insert(List.of(bare(command, now))).forEach(operation -> fail(operation, now));
    }

    private void fail(Operation operation, Instant now) {
        var failed = operation.failed(UNREADABLE, now);
        operations.save(failed);
        events.tell(failed);
    }

    /** Who asked for which kind of thing; whatever else may be what can't be kept. */
    private static WorkspaceCommand bare(WorkspaceCommand command, Instant now) {
        return switch (command) {
            case CreateWorkspace create ->
                new CreateWorkspace(
                        create.id(),
                        create.deployment(),
                        create.actor(),
                        create.owner(),
                        create.cause(),
                        now,
                        now,
                        create.entityRef(),
                        null,
                        Map.of());
            case ListWorkspaces list ->
                new ListWorkspaces(list.id(), list.deployment(), list.actor(), list.owner(), list.cause(), now, now);
            case OfWorkspace of ->
                makerOf(of)
                        .make(of.id(), of.deployment(), of.actor(), of.owner(), of.cause(), now, now, of.workspaceId());
        };
    }

    private static OfWorkspace.Maker makerOf(OfWorkspace command) {
        return switch (command) {
            case StartWorkspace _ -> StartWorkspace::new;
            case StopWorkspace _ -> StopWorkspace::new;
            case RestartWorkspace _ -> RestartWorkspace::new;
            case UpdateWorkspace _ -> UpdateWorkspace::new;
            case DeleteWorkspace _ -> DeleteWorkspace::new;
            case CancelBuild _ -> CancelBuild::new;
        };
    }
}
