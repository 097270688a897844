package dev.greenroom.auth.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Writes when a pasted token ends, and tells its users where that is soon: only where the grant is still as it was read,
 * so that of several replicas one tells.
 */
@ApplicationScoped
class TellOfExpiry {
    private final AccountStore accounts;
    private final GrantStore grants;
    private final LinkGrant linkGrant;
    private final AccountsConfig config;
    private final Clock clock;

    TellOfExpiry(AccountStore accounts, GrantStore grants, LinkGrant linkGrant, AccountsConfig config, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.linkGrant = linkGrant;
        this.config = config;
        this.clock = clock;
    }

    /** @param end as Coder has it now */
    void tell(Ending ending, Instant end) {
        QuarkusTransaction.requiringNew().run(() -> {
            var users = accounts.lockUsersOf(ending.tokens().grant());
            grants.lock(ending.tokens().grant()).filter(ending::isStill).ifPresent(grant -> {
                grant.endsAt(end, config.endsSoon(end, clock.instant()));
                if (ending.isNews(grant)) {
                    linkGrant.tellOfGrant(users);
                }
            });
        });
    }
}
