package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.coder.RefreshToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Revokes at Coder, and then erases, the pairs of tokens that nothing uses: after an unlink, where nobody has finished a
 * link, where an API token was pasted in their place. While Coder is away they stay, are lent to nobody, and are tried
 * again. Replicas may do the same one twice: Coder says yes to a token that it does not know any more.
 */
@ApplicationScoped
class RevokeUnused {
    private static final int AT_A_TIME = 50;

    private final GrantStore grants;
    private final DueGrantStore due;
    private final PairToRevokeStore pairs;
    private final GrantUse use;
    private final OAuth2Client coder;
    private final Clock clock;
    private final OpenIfPossible open = new OpenIfPossible();

    RevokeUnused(
            GrantStore grants,
            DueGrantStore due,
            PairToRevokeStore pairs,
            GrantUse use,
            OAuth2Client coder,
            Clock clock) {
        this.grants = grants;
        this.due = due;
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

    /** @param token empty where no key opens it, and for a token that was pasted */
    private record Unused(UUID id, Optional<RefreshToken> token, Runnable erase) {}

    private boolean revoke(Function<UUID, List<Unused>> after) {
        var page = read(after, DueGrantStore.BEFORE_ALL);
        while (page.stream().allMatch(this::revoke)) {
            if (page.size() < AT_A_TIME) {
                return true;
            }
            page = read(after, page.getLast().id());
        }
        return false;
    }

    private static List<Unused> read(Function<UUID, List<Unused>> after, UUID last) {
        return QuarkusTransaction.requiringNew().call(() -> after.apply(last));
    }

    private boolean revoke(Unused unused) {
        if (unused.token().isEmpty()) {
            return true;
        }
        var revoked = coder.revoke(unused.token().get());
        if (revoked) {
            QuarkusTransaction.requiringNew().run(unused.erase());
        }
        return revoked;
    }

    private List<Unused> unusedGrants(UUID after) {
        return due.toRevoke(clock.instant(), after, AT_A_TIME).stream()
                .map(grant -> {
                    var tokens = Tokens.of(grant);
                    var token = open.open(grant.id(), () -> grants.openRefreshToken(grant))
                            .flatMap(refreshToken -> refreshToken);
                    return new Unused(grant.id(), token, () -> erase(tokens));
                })
                .toList();
    }

    private List<Unused> pairsOfNoGrant(UUID after) {
        return pairs.next(after, AT_A_TIME).stream()
                .map(pair -> {
                    var token = open.open(pair.id(), () -> pairs.open(pair));
                    return new Unused(pair.id(), token, () -> pairs.deleteById(pair.id()));
                })
                .toList();
    }

    /** Unless it has other tokens by now, or somebody has linked it. */
    private void erase(Tokens revoked) {
        grants.lock(revoked.grant())
                .filter(grant -> Tokens.of(grant).equals(revoked))
                .filter(grant -> !grant.isUsed() && !use.isUsed(grant))
                .ifPresent(grants::delete);
    }
}
