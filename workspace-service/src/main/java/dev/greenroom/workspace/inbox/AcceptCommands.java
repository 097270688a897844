package dev.greenroom.workspace.inbox;

import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationEvents;
import dev.greenroom.workspace.queue.Lane;
import dev.greenroom.workspace.queue.OwnerQueueStore;
import dev.greenroom.workspace.queue.Track;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Accepts commands, those of an owner in the order given. An id that is known is not accepted again, whatever stands
 * in the command: the first one counts; but for a pre-provisioning that has failed and left nothing at Coder.
 */
@ApplicationScoped
public class AcceptCommands {

    private static final Logger LOG = Logger.getLogger(AcceptCommands.class);

    private final InboxStore inbox;
    private final OwnerQueueStore queue;
    private final OperationEvents events;
    private final Event<CommandsAccepted> accepted;

    AcceptCommands(InboxStore inbox, OwnerQueueStore queue, OperationEvents events, Event<CommandsAccepted> accepted) {
        this.inbox = inbox;
        this.queue = queue;
        this.events = events;
        this.accepted = accepted;
    }

    /** Takes part in the caller's transaction. @return the ids of those that were not known before */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> all(List<? extends WorkspaceCommand> commands) {
        if (commands.isEmpty()) {
            return Set.of();
        }
        var owners = commands.stream().map(WorkspaceCommand::key).toList();
        queue.makeDue(owners, commands.stream().map(Track::of).toList());
        var news = inbox.insert(commands);
        queue.promote(owners, commands.stream().map(Lane::of).toList());
        events.tellAll(news);
        LOG.debugf("commands accepted new=%d repeated=%d", news.size(), commands.size() - news.size());
        accepted.fire(new CommandsAccepted(news.size()));
        return news.stream().map(Operation::id).collect(Collectors.toUnmodifiableSet());
    }
}
