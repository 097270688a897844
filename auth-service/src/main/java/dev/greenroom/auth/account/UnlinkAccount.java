package dev.greenroom.auth.account;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Ends a user's link: nothing is lent any more from its commit on. A pasted token is erased with it, unless another
 * account uses it too, and stays good at Coder, since its user made it there and may use it elsewhere; a pair of tokens
 * that nothing else holds is revoked at Coder ({@link RevokeUnused}).
 */
@ApplicationScoped
class UnlinkAccount {
    private final AccountStore accounts;
    private final GrantStore grants;
    private final Outbox outbox;
    private final Clock clock;

    UnlinkAccount(AccountStore accounts, GrantStore grants, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Nothing happens, and nothing is said, where there is no link. */
    @Transactional
    void unlink(UserRef user) {
        accounts.lock(user)
                .ifPresent(account -> account.unlink().ifPresent(grant -> {
                    grants.endUnlessUsed(grant, account, clock.instant());
                    outbox.add(account.toEvent(clock.instant()));
                }));
    }
}
