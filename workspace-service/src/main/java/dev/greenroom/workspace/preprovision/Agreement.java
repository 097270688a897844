package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.account.Account;
import dev.greenroom.workspace.account.AccountStore;
import dev.greenroom.workspace.configuration.OptedIn;
import jakarta.enterprise.context.ApplicationScoped;

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
        return OptedIn.users(published).contains(owner)
                && published.notReady().isEmpty()
                && policy.allows(published, owner)
                && accounts.find(published.deployment(), owner)
                        .map(Agreement::consents)
                        .orElse(false);
    }

    private static boolean consents(Account account) {
        return account.linked() && account.preprovisionConsent();
    }
}
