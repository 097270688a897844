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
import org.jboss.logging.Logger;

/**
 * Revokes at Coder, and then erases, the pairs of tokens that nothing uses: after an unlink, and where nobody has
 * finished a link. While Coder is away they stay, are lent to nobody, and are tried again. Replicas may do the same one
 * twice: Coder says yes to a token that it does not know any more.
 */
@ApplicationScoped
class RevokeUnused {
    private static final Logger LOG = Logger.getLogger(RevokeUnused.class);
    private static final int AT_A_TIME = 50;

    private final GrantStore grants;
    private final GrantUse use;
    private final OAuth2Client coder;
    private final Clock clock;

    RevokeUnused(GrantStore grants, GrantUse use, OAuth2Client coder, Clock clock) {
        this.grants = grants;
        this.use = use;
        this.coder = coder;
        this.clock = clock;
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        QuarkusTransaction.requiringNew().call(this::unused).stream()
                .takeWhile(grant -> coder.revoke(grant.token()))
                .forEach(grant -> QuarkusTransaction.requiringNew().run(() -> erase(grant)));
    }

    private record Unused(UUID id, long generation, RefreshToken token) {}

    private List<Unused> unused() {
        return grants.toRevoke(clock.instant(), AT_A_TIME).stream()
                .flatMap(grant -> open(grant).stream().map(token -> new Unused(grant.id(), grant.generation(), token)))
                .toList();
    }

    /** One that no key opens keeps no other from being revoked. */
    private Optional<RefreshToken> open(Grant grant) {
        try {
            return grants.openRefreshToken(grant);
        } catch (IllegalStateException e) {
            LOG.errorf("grant not revoked grant=%s cause=%s", grant.id(), e);
            return Optional.empty();
        }
    }

    /** Unless it has other tokens by now, or somebody has linked it. */
    private void erase(Unused revoked) {
        grants.lock(revoked.id())
                .filter(grant -> grant.generation() == revoked.generation())
                .filter(grant -> !grant.isUsed() && !use.isUsed(grant))
                .ifPresent(grants::delete);
    }
}
