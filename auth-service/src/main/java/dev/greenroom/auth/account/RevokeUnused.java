package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.coder.RefreshToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Revokes at Coder, and then erases, the pairs of tokens that nothing uses: after an unlink, where nobody has finished a
 * link, where an API token was pasted in their place. While Coder is away they stay, are lent to nobody, and are tried
 * again. Replicas may do the same one twice: Coder says yes to a token that it does not know any more.
 */
@ApplicationScoped
class RevokeUnused {
    private static final Logger LOG = Logger.getLogger(RevokeUnused.class);
    private static final int AT_A_TIME = 50;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final GrantStore grants;
    private final PairToRevokeStore pairs;
    private final GrantUse use;
    private final OAuth2Client coder;
    private final Clock clock;
    private final Set<UUID> unopened = ConcurrentHashMap.newKeySet();

    RevokeUnused(GrantStore grants, PairToRevokeStore pairs, GrantUse use, OAuth2Client coder, Clock clock) {
        this.grants = grants;
        this.pairs = pairs;
        this.use = use;
        this.coder = coder;
        this.clock = clock;
    }

    /** Both until there are no more, or Coder does not say yes. */
    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        if (revoke(this::unusedGrants)) {
            revoke(this::pairsOfNoGrant);
        }
    }

    /** @param token null where no key opens it: it stays as it is, and is in the way of no other */
    private record Unused(UUID id, @Nullable RefreshToken token, Runnable erase) {}

    private boolean revoke(Function<UUID, List<Unused>> after) {
        var last = BEFORE_ALL;
        while (true) {
            var from = last;
            var page = QuarkusTransaction.requiringNew().call(() -> after.apply(from));
            if (!page.stream().allMatch(this::revoke)) {
                return false;
            }
            if (page.size() < AT_A_TIME) {
                return true;
            }
            last = page.getLast().id();
        }
    }

    private boolean revoke(Unused unused) {
        if (unused.token() == null) {
            return true;
        }
        var revoked = coder.revoke(unused.token());
        if (revoked) {
            QuarkusTransaction.requiringNew().run(unused.erase());
        }
        return revoked;
    }

    private List<Unused> unusedGrants(UUID after) {
        return grants.toRevoke(clock.instant(), after, AT_A_TIME).stream()
                .map(grant -> {
                    var tokens = Tokens.of(grant);
                    var token = open(
                            grant.id(), () -> grants.openRefreshToken(grant).orElse(null));
                    return new Unused(grant.id(), token, () -> erase(tokens));
                })
                .toList();
    }

    private List<Unused> pairsOfNoGrant(UUID after) {
        return pairs.next(after, AT_A_TIME).stream()
                .map(pair -> {
                    var token = open(pair.id(), () -> pairs.open(pair));
                    return new Unused(pair.id(), token, () -> pairs.deleteById(pair.id()));
                })
                .toList();
    }

    private @Nullable RefreshToken open(UUID id, Supplier<@Nullable RefreshToken> opening) {
        try {
            return opening.get();
        } catch (IllegalStateException e) {
            if (unopened.add(id)) {
                LOG.errorf("pair not revoked, since no key opens it id=%s cause=%s", id, e);
            }
            return null;
        }
    }

    /** Unless it has other tokens by now, or somebody has linked it. */
    private void erase(Tokens revoked) {
        grants.lock(revoked.grant())
                .filter(grant -> Tokens.of(grant).equals(revoked))
                .filter(grant -> !grant.isUsed() && !use.isUsed(grant))
                .ifPresent(grants::delete);
    }
}
