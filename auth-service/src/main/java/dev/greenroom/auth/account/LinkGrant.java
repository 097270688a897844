package dev.greenroom.auth.account;

import dev.greenroom.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a link, and tells of it. Everything here runs in the caller's transaction, which has locked account and grant. */
@ApplicationScoped
class LinkGrant {
    private final AccountStore accounts;
    private final GrantStore grants;
    private final GrantUse use;
    private final Outbox outbox;
    private final AccountsConfig config;
    private final Clock clock;

    LinkGrant(
            AccountStore accounts, GrantStore grants, GrantUse use, Outbox outbox, AccountsConfig config, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.use = use;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** Whether another user has it, and the operator wants one user for each Coder user. */
    boolean isTaken(Grant grant, Account account) {
        return !config.sharedCoderUsers() && accounts.isUsedByOthers(grant, account);
    }

    /**
     * Coder does not take the grant's tokens any more: those that hold on to it let go, and its accounts need their users.
     *
     * @param users the grant's, which were locked before it
     */
    void requireRelink(Grant grant, List<Account> users) {
        grant.requireRelink();
        use.letGo(grant);
        tellOfGrant(users);
    }

    /** Tells of accounts whose grant needs its user, now or soon, or does so no longer. */
    void tellOfGrant(List<Account> users) {
        users.forEach(Account::grantHasChanged);
        outbox.addAll(users.stream().map(user -> user.toEvent(clock.instant())).toList());
    }

    /** @param consent null leaves it as it is */
    LinkedAccount link(Account account, Grant grant, @Nullable Boolean consent) {
        return link(account, grant, consent, List.of());
    }

    /** @param others who use the grant already, and for whom it has changed with this link */
    LinkedAccount link(Account account, Grant grant, @Nullable Boolean consent, List<Account> others) {
        var now = clock.instant();
        account.link(grant, consent, now).ifPresent(unused -> grants.endUnlessUsed(unused, account, now));
        grant.used();
        others.forEach(Account::grantHasChanged);
        // At once, since the outbox then locks their keys in an order that is the same for everybody.
        outbox.addAll(Stream.concat(Stream.of(account), others.stream())
                .map(told -> told.toEvent(now))
                .toList());
        return account.linked().orElseThrow();
    }
}
