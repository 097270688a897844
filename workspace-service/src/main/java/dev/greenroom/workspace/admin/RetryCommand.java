package dev.greenroom.workspace.admin;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.workspace.inbox.CommandsAccepted;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationEvents;
import dev.greenroom.workspace.operation.OperationStore;
import dev.greenroom.workspace.queue.OwnerQueueStore;
import dev.greenroom.workspace.queue.Track;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has a command tried again: at once, where it waits; as another attempt of the same operation, where it has failed. It
 * has as much time again as it was given first, and is done with no other rights than before.
 */
@ApplicationScoped
class RetryCommand {

    private static final Logger LOG = Logger.getLogger(RetryCommand.class);

    private final OperationStore operations;
    private final AdminCommandStore commands;
    private final OwnerQueueStore queue;
    private final OperationEvents events;
    private final Event<CommandsAccepted> accepted;
    private final Clock clock;
    private final String deployment;

    RetryCommand(
            OperationStore operations,
            AdminCommandStore commands,
            OwnerQueueStore queue,
            OperationEvents events,
            Event<CommandsAccepted> accepted,
            Clock clock,
            @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.operations = operations;
        this.commands = commands;
        this.queue = queue;
        this.events = events;
        this.accepted = accepted;
        this.clock = clock;
        this.deployment = deployment;
    }

    @Transactional
    RetryOutcome retry(UUID id, UserRef by) {
        return operations
                .find(id)
                .filter(operation -> operation.command().deployment().equals(deployment))
                .map(operation -> retry(operation, by))
                .orElseGet(RetryOutcome.Unknown::new);
    }

    private RetryOutcome retry(Operation operation, UserRef by) {
        if (operation.status() == OperationStatus.SUCCEEDED) {
            return new RetryOutcome.AlreadyDone();
        }
        if (operation.status() == OperationStatus.FAILED && hasMadeAWorkspace(operation)) {
            return new RetryOutcome.HasAWorkspace();
        }
        var command = operation.command();
        queue.makeDue(List.of(command.key()), List.of(Track.of(command)));
        if (!commands.hurry(command.id())) {
            again(command);
        }
        LOG.infof("operation retried operation=%s owner=%s by=%s", command.id(), command.owner(), by);
        accepted.fire(new CommandsAccepted(1));
        return new RetryOutcome.Retried();
    }

    private void again(WorkspaceCommand command) {
        var now = clock.instant();
        var deadline = now.plus(Duration.between(command.issuedAt(), command.deadline()));
        commands.again(command, deadline, now).ifPresent(again -> {
            queue.promote(List.of(command.key()), List.of(queue.laneOf(command.id())));
            events.tell(again);
        });
    }

    /** A create is known by the entity until there is a workspace; all other commands name theirs from the beginning. */
    private static boolean hasMadeAWorkspace(Operation operation) {
        return operation.command() instanceof WorkspaceCommand.CreateWorkspace && operation.workspaceId() != null;
    }
}
