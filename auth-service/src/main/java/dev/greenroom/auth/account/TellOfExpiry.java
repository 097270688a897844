package dev.greenroom.auth.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Writes what has become of a pasted token, and tells its users: only where the grant is still as it was read, so that
 * of several replicas one tells.
 */
@ApplicationScoped
class TellOfExpiry {
    private static final Logger LOG = Logger.getLogger(TellOfExpiry.class);

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

    /** Coder takes it, until then. */
    void endsAt(Ending ending, Instant end) {
        change(ending, (grant, users) -> {
            grant.endsAt(end, config.endsSoon(end, clock.instant()));
            if (grant.expiring() != ending.told() || ending.told() && !end.equals(ending.end())) {
                linkGrant.tellOfGrant(users);
            }
        });
    }

    /** Coder takes it no longer. */
    void hasEnded(Ending ending) {
        change(ending, (grant, users) -> {
            linkGrant.requireRelink(grant, users);
            LOG.infof("grant needs its user: its token has ended grant=%s", grant.id());
        });
    }

    private void change(Ending ending, BiConsumer<Grant, List<Account>> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            var users = accounts.lockUsersOf(ending.tokens().grant());
            grants.lock(ending.tokens().grant())
                    .filter(ending::isStill)
                    .ifPresent(grant -> change.accept(grant, users));
        });
    }
}
