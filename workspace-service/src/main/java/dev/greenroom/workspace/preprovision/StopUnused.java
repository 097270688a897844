package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.workspace.account.AccountStore;
import dev.greenroom.workspace.origin.Unasked;
import dev.greenroom.workspace.origin.UnaskedStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Makes the commands that stop what came up with nobody asking and was not used, where the operator wants that, once its
 * entity is no longer opted in: it has left the catalog, or its author has taken the opt-in back. One that can't be used
 * just now is opted in as before.
 */
@ApplicationScoped
class StopUnused {

    private final PreprovisionConfig config;
    private final UnaskedStore unasked;
    private final AccountStore accounts;
    private final Clock clock;

    StopUnused(PreprovisionConfig config, UnaskedStore unasked, AccountStore accounts, Clock clock) {
        this.config = config;
        this.unasked = unasked;
        this.accounts = accounts;
        this.clock = clock;
    }

    List<StopWorkspace> after(List<CoderConfigEvent> changed) {
        if (config.afterWithdrawal() != AfterWithdrawal.STOP) {
            return List.of();
        }
        var withdrawn = changed.stream()
                .filter(StopUnused::isNotOptedIn)
                .map(Message::key)
                .toList();
        return unasked.untouched(withdrawn).stream()
                .filter(this::ownerConsents)
                .map(this::commandFor)
                .toList();
    }

    static boolean isNotOptedIn(CoderConfigEvent event) {
        return switch (event) {
            case CoderConfigEvent.Withdrawn _ -> true;
            case CoderConfigEvent.Published published -> published.config().preprovision() == null;
            case CoderConfigEvent.Invalid _ -> false;
        };
    }

    private boolean ownerConsents(Unasked workspace) {
        return !accounts.consenting(workspace.deployment(), List.of(workspace.owner()))
                .isEmpty();
    }

    private StopWorkspace commandFor(Unasked workspace) {
        var now = clock.instant();
        return new StopWorkspace(
                PreprovisionId.ofStop(workspace),
                workspace.deployment(),
                workspace.owner(),
                workspace.owner(),
                Cause.PREPROVISION,
                now,
                now.plus(config.deadline()),
                workspace.workspaceId());
    }
}
