package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.account.Grants;
import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.CoderUsersClient;
import dev.greenroom.auth.coder.ExchangeOutcome;
import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.coder.TokenCheckOutcome;
import dev.greenroom.auth.coder.TokenPair;
import dev.greenroom.auth.seal.Seal;
import dev.greenroom.contracts.Environment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hears what Coder answers through a browser, whoever's that is: it exchanges the code and keeps the grant, and links
 * nobody. Coder is asked outside of any transaction.
 */
@ApplicationScoped
class HearCallback {
    private final LinkAttemptStore attempts;
    private final OAuth2Client coder;
    private final CoderUsersClient users;
    private final Grants grants;
    private final Seal seal;
    private final Clock clock;

    HearCallback(
            LinkAttemptStore attempts,
            OAuth2Client coder,
            CoderUsersClient users,
            Grants grants,
            Seal seal,
            Clock clock) {
        this.attempts = attempts;
        this.coder = coder;
        this.users = users;
        this.grants = grants;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param code null where Coder has not consented */
    HeardCallback hear(@Nullable String state, @Nullable String code) {
        var begun = state == null
                ? Optional.<Begun>empty()
                : QuarkusTransaction.requiringNew().call(() -> take(new Secret(state)));
        if (begun.isEmpty()) {
            return new HeardCallback(new CallbackOutcome.Failed(CallbackFailure.STALE), null);
        }
        var outcome = code == null ? new CallbackOutcome.Failed(CallbackFailure.DENIED) : exchange(begun.get(), code);
        if (outcome instanceof CallbackOutcome.Failed) {
            QuarkusTransaction.requiringNew()
                    .run(() -> attempts.deleteById(begun.get().attempt()));
        }
        return new HeardCallback(outcome, begun.get().environment());
    }

    private record Begun(UUID attempt, @Nullable Environment environment, Secret verifier) {}

    /** The state is good once: what follows may fail, and is not tried again with it. */
    private Optional<Begun> take(Secret state) {
        return attempts.byState(state)
                .filter(attempt -> !attempt.isOver(clock.instant()))
                .flatMap(attempt -> attempt.takeVerifier()
                        .map(verifier ->
                                new Begun(attempt.id(), attempt.user().environment(), open(attempt, verifier))));
    }

    private Secret open(LinkAttempt attempt, byte[] verifier) {
        return new Secret(new String(seal.open(verifier, attempt.placeOfVerifier()), StandardCharsets.UTF_8));
    }

    private CallbackOutcome exchange(Begun begun, String code) {
        return switch (coder.exchange(code, begun.verifier().value())) {
            case ExchangeOutcome.Issued(var tokens) -> identify(begun, tokens);
            case ExchangeOutcome.Refused _ -> new CallbackOutcome.Failed(CallbackFailure.CODE_REFUSED);
            case ExchangeOutcome.ClientRefused _ -> new CallbackOutcome.Failed(CallbackFailure.CLIENT_REFUSED);
            case ExchangeOutcome.ProviderOff _ -> new CallbackOutcome.Failed(CallbackFailure.PROVIDER_OFF);
            case ExchangeOutcome.Unknown _ -> new CallbackOutcome.Failed(CallbackFailure.UNAVAILABLE);
        };
    }

    /** Whose tokens these are only Coder knows. Those that can't be kept are not left behind, either. */
    private CallbackOutcome identify(Begun begun, TokenPair tokens) {
        return switch (users.check(tokens.accessToken())) {
            case TokenCheckOutcome.Valid valid -> keepOrRevoke(begun, valid.user(), tokens);
            case TokenCheckOutcome.Refused _, TokenCheckOutcome.Limited _, TokenCheckOutcome.Unavailable _ -> {
                coder.revoke(tokens.refreshToken());
                yield new CallbackOutcome.Failed(CallbackFailure.UNAVAILABLE);
            }
        };
    }

    private CallbackOutcome keepOrRevoke(Begun begun, CoderUser user, TokenPair tokens) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> keep(begun, user, tokens));
        } catch (RuntimeException e) {
            coder.revoke(tokens.refreshToken());
            throw e;
        }
    }

    private CallbackOutcome keep(Begun begun, CoderUser user, TokenPair tokens) {
        var attempt = attempts.findById(begun.attempt(), LockModeType.PESSIMISTIC_WRITE);
        if (attempt == null) {
            grants.keep(user, tokens, clock.instant());
            return new CallbackOutcome.Failed(CallbackFailure.STALE);
        }
        var code = Secret.fresh();
        attempt.consented(grants.keep(user, tokens, attempt.expiresAt()), code);
        return new CallbackOutcome.Consented(code);
    }
}
