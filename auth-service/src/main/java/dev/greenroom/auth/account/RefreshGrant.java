package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.ExchangeOutcome;
import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.coder.RefreshToken;
import dev.greenroom.auth.coder.TokenPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Refreshes a pair of tokens, one at a time for each grant over all replicas: by a lease on the database's clock, with
 * Coder asked outside of any transaction, and a result that is kept only where the tokens are still those that were
 * given. A process that is killed between Coder's rotation and the commit leaves a refresh token that Coder refuses the
 * next time: then the user has to link anew, and nobody goes round in circles.
 */
@ApplicationScoped
class RefreshGrant {
    private static final Logger LOG = Logger.getLogger(RefreshGrant.class);
    /** Longer than the client's time-outs: who has the lease has heard or given up before it ends. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration REST = Duration.ofSeconds(30);

    private final GrantStore grants;
    private final RefreshLeaseStore leases;
    private final OAuth2Client coder;
    private final RequireRelink requireRelink;
    private final Clock clock;

    RefreshGrant(
            GrantStore grants, RefreshLeaseStore leases, OAuth2Client coder, RequireRelink requireRelink, Clock clock) {
        this.grants = grants;
        this.leases = leases;
        this.coder = coder;
        this.requireRelink = requireRelink;
        this.clock = clock;
    }

    /** @param generation of the tokens that are to be replaced: others are left alone */
    RefreshOutcome refresh(UUID id, long generation) {
        return QuarkusTransaction.requiringNew()
                .call(() -> lease(id, generation))
                .map(token -> refresh(id, generation, token))
                .orElseGet(RefreshOutcome.Taken::new);
    }

    private Optional<RefreshToken> lease(UUID id, long generation) {
        return leases.take(id, generation, LEASE)
                ? grants.findByIdOptional(id).flatMap(grants::openRefreshToken)
                : Optional.empty();
    }

    private RefreshOutcome refresh(UUID id, long generation, RefreshToken token) {
        return switch (coder.refresh(token)) {
            case ExchangeOutcome.Issued(var tokens) -> {
                var outcome = write(id, generation, tokens);
                if (outcome instanceof RefreshOutcome.Taken) {
                    // Unlinked, or linked anew, meanwhile: nobody has this pair, and nobody else will end it.
                    coder.revoke(tokens.refreshToken());
                }
                yield outcome;
            }
            case ExchangeOutcome.Refused _ -> {
                LOG.infof("grant needs its user: Coder refuses its refresh token grant=%s", id);
                yield requireRelink.of(new Tokens(id, generation))
                        ? new RefreshOutcome.RelinkRequired()
                        : new RefreshOutcome.Taken();
            }
            case ExchangeOutcome.ClientRefused _, ExchangeOutcome.ProviderOff _, ExchangeOutcome.Unknown _ -> {
                QuarkusTransaction.requiringNew().run(() -> leases.rest(id, generation, REST));
                yield new RefreshOutcome.Unheard();
            }
        };
    }

    /** Other tokens by now are newer than what Coder has just answered, which has ended with them. */
    private RefreshOutcome write(UUID id, long generation, TokenPair tokens) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var grant = grants.lock(id)
                    .filter(found -> found.generation() == generation)
                    .filter(found -> found.isUsed() && !found.relinkRequired());
            grant.ifPresent(found -> grants.keep(found, tokens, clock.instant()));
            return grant.isPresent() ? new RefreshOutcome.Refreshed() : new RefreshOutcome.Taken();
        });
    }
}
