package dev.greenroom.auth.account;

import dev.greenroom.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ends grants, whoever uses them, some at a time: their accounts are unlinked, and told of; what else holds on to them
 * lets go; pasted tokens are erased, and pairs wait for Coder to revoke them ({@link RevokeUnused}). Everything here runs
 * in the caller's transaction.
 */
@ApplicationScoped
public class EndGrants {
    private final AccountStore accounts;
    private final GrantStore grants;
    private final DueGrantStore all;
    private final PairToRevokeStore pairs;
    private final GrantUse use;
    private final Outbox outbox;
    private final Clock clock;

    EndGrants(
            AccountStore accounts,
            GrantStore grants,
            DueGrantStore all,
            PairToRevokeStore pairs,
            GrantUse use,
            Outbox outbox,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.all = all;
        this.pairs = pairs;
        this.use = use;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What was ended.
     *
     * @param last the last grant, in the order of their ids
     * @param accounts how many were unlinked
     */
    public record Ended(@Nullable UUID last, int accounts) {}

    /**
     * Ends the next grants.
     *
     * @param after where it got the last time; null for the beginning
     * @return empty where there are no more
     */
    public Optional<Ended> next(@Nullable UUID after, int atMost) {
        var ids = all.idsAfter(after == null ? DueGrantStore.BEFORE_ALL : after, accounts.deployment(), atMost);
        return ids.isEmpty() ? Optional.empty() : Optional.of(end(ids, after));
    }

    private Ended end(List<UUID> ids, @Nullable UUID after) {
        var users = accounts.lockUsersOf(ids);
        var locked = ids.stream().flatMap(id -> grants.lock(id).stream()).toList();
        // A grant that somebody has linked since its users were locked is the first of the next time.
        var linkedSince = accounts.usedByOthers(ids, users);
        var ended = ids.stream().takeWhile(id -> !linkedSince.contains(id)).toList();
        var unlinked = users.stream()
                .filter(account -> ended.stream().anyMatch(account::uses))
                .toList();
        unlinked.forEach(Account::unlink);
        locked.stream().filter(grant -> ended.contains(grant.id())).forEach(this::end);
        outbox.addAll(unlinked.stream()
                .map(account -> account.toEvent(clock.instant()))
                .toList());
        return new Ended(ended.isEmpty() ? after : ended.getLast(), unlinked.size());
    }

    private void end(Grant grant) {
        use.letGo(grant);
        grants.end(grant, clock.instant());
    }

    /** How many pairs, whose grants have ended, Coder has still to revoke. */
    public long countWaitingForCoder() {
        return all.countToRevoke(clock.instant()) + pairs.count();
    }
}
