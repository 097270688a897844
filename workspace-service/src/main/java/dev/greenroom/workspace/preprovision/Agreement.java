package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.account.AccountStore;
import dev.greenroom.workspace.configuration.OptedIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Whether author, operator and owner agree that a workspace is created with nobody asking. An author's YAML must not
 * spend other people's rights: all of it is checked when the command is made, and again when it runs.
 */
@ApplicationScoped
public class Agreement {

    private final PreprovisionPolicy policy;
    private final AccountStore accounts;

    Agreement(PreprovisionPolicy policy, AccountStore accounts) {
        this.policy = policy;
        this.accounts = accounts;
    }

    /** Whether they agree now, as far as is known here. */
    public boolean holds(Published published, UserRef owner) {
        return OptedIn.includes(published.config(), owner)
                && !consenting(published, List.of(owner)).isEmpty();
    }

    /** The owners for whom they agree now. */
    List<UserRef> owners(Published published) {
        return consenting(published, OptedIn.users(published));
    }

    private List<UserRef> consenting(Published published, List<UserRef> owners) {
        if (!published.notReady().isEmpty()) {
            return List.of();
        }
        var allowed =
                owners.stream().filter(owner -> policy.allows(published, owner)).toList();
        return allowed.isEmpty() ? List.of() : accounts.consenting(published.deployment(), allowed);
    }
}
