package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.workspace.configuration.ConfigurationStore;
import dev.greenroom.workspace.database.UnreadableRow;
import dev.greenroom.workspace.inbox.AcceptCommands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes commands of what is due, as far as the operator's limits allow it now. What they don't allow stays due, outside
 * the inbox, so that it is in nobody's way. Counted and made in one transaction, one of all replicas at a time: no two
 * use up the same room.
 */
@ApplicationScoped
class MakeDue {

    /** Commands of one transaction. */
    private static final int MOST = 100;

    private static final int LOOKED_AT = 500;

    private final Halt halt;
    private final DueStore due;
    private final PlaceStore places;
    private final ConfigurationStore configurations;
    private final Agreement agreement;
    private final AcceptCommands accept;
    private final PreprovisionConfig config;
    private final Clock clock;

    MakeDue(
            Halt halt,
            DueStore due,
            PlaceStore places,
            ConfigurationStore configurations,
            Agreement agreement,
            AcceptCommands accept,
            PreprovisionConfig config,
            Clock clock) {
        this.halt = halt;
        this.due = due;
        this.places = places;
        this.configurations = configurations;
        this.agreement = agreement;
        this.accept = accept;
        this.config = config;
        this.clock = clock;
    }

    /**
     * To be called in a transaction that has locked others out.
     *
     * @return how many are no longer due; where there are none, no more can be made now
     */
    int some() {
        return some(List.of());
    }

    /** @param beside what else is to be done with nobody asking: accepted with it, so that owners are locked in one order */
    int some(List<StopWorkspace> beside) {
        var taken = new Taken(config.maxPerUser());
        var commands = new ArrayList<CreateWorkspace>();
        var done = new ArrayList<UUID>();
        var room = room();
        for (var candidate : room > 0 ? places.next(LOOKED_AT) : List.<Candidate>of()) {
            if (commands.size() == room) {
                break;
            }
            switch (agreed(candidate.due())) {
                case YES -> {
                    if (taken.takes(candidate)) {
                        commands.add(commandOf(candidate.due()));
                        done.add(candidate.due().id());
                    }
                }
                case NO -> done.add(candidate.due().id());
                case UNKNOWN -> {}
            }
        }
        due.remove(done);
        var accepted =
                accept.all(Stream.concat(commands.stream(), beside.stream()).toList());
        places.made((int) done.stream().filter(accepted::contains).count());
        return done.size();
    }

    private int room() {
        return due.any() && halt.reason().isEmpty()
                ? (int) Math.min(MOST, config.maxPerHour() - places.madeWithinTheHour())
                : 0;
    }

    private enum Agreed {
        YES,
        NO,
        /** A later version of this service can tell. */
        UNKNOWN
    }

    private Agreed agreed(Due wanted) {
        try {
            return configurations
                            .latest(wanted.deployment(), wanted.entityRef())
                            .filter(Published.class::isInstance)
                            .map(Published.class::cast)
                            .filter(published -> wanted.isOf(published) && agreement.holds(published, wanted.owner()))
                            .isPresent()
                    ? Agreed.YES
                    : Agreed.NO;
        } catch (UnreadableRow e) {
            return Agreed.UNKNOWN;
        }
    }

    private CreateWorkspace commandOf(Due wanted) {
        var now = clock.instant();
        return new CreateWorkspace(
                wanted.id(),
                wanted.deployment(),
                wanted.owner(),
                wanted.owner(),
                Cause.PREPROVISION,
                now,
                now.plus(config.deadline()),
                wanted.entityRef(),
                null,
                Map.of());
    }
}
