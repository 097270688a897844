package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.account.Grants;
import dev.greenroom.auth.account.KeepOutcome;
import dev.greenroom.auth.account.KeepPair;
import dev.greenroom.auth.account.Tokens;
import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.ExchangeOutcome;
import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.coder.TokenPair;
import dev.greenroom.auth.seal.Seal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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
    private final KeepPair keepPair;
    private final Grants grants;
    private final Seal seal;
    private final Clock clock;

    HearCallback(
            LinkAttemptStore attempts, OAuth2Client coder, KeepPair keepPair, Grants grants, Seal seal, Clock clock) {
        this.attempts = attempts;
        this.coder = coder;
        this.keepPair = keepPair;
        this.grants = grants;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param code null where Coder has not consented */
    CallbackOutcome hear(@Nullable String state, @Nullable String code) {
        var begun = state == null
                ? Optional.<Begun>empty()
                : QuarkusTransaction.requiringNew().call(() -> take(new Secret(state)));
        if (begun.isEmpty()) {
            return new CallbackOutcome.Failed(CallbackFailure.STALE);
        }
        var outcome = code == null ? new CallbackOutcome.Failed(CallbackFailure.DENIED) : exchange(begun.get(), code);
        if (outcome instanceof CallbackOutcome.Failed) {
            QuarkusTransaction.requiringNew()
                    .run(() -> attempts.deleteById(begun.get().attempt()));
        }
        return outcome;
    }

    private record Begun(UUID attempt, Secret verifier) {}

    /** The state is good once: what follows may fail, and is not tried again with it. */
    private Optional<Begun> take(Secret state) {
        return attempts.byState(state)
                .filter(attempt -> !attempt.isOver(clock.instant()))
                .flatMap(attempt ->
                        attempt.takeVerifier().map(verifier -> new Begun(attempt.id(), open(attempt, verifier))));
    }

    private Secret open(LinkAttempt attempt, byte[] verifier) {
        return new Secret(seal.openText(verifier, attempt.placeOfVerifier()));
    }

    private CallbackOutcome exchange(Begun begun, String code) {
        return switch (coder.exchange(code, begun.verifier().value())) {
            case ExchangeOutcome.Issued(var tokens) -> keep(begun, tokens);
            case ExchangeOutcome.Refused _ -> new CallbackOutcome.Failed(CallbackFailure.CODE_REFUSED);
            case ExchangeOutcome.ClientRefused _ -> new CallbackOutcome.Failed(CallbackFailure.CLIENT_REFUSED);
            case ExchangeOutcome.ProviderOff _ -> new CallbackOutcome.Failed(CallbackFailure.PROVIDER_OFF);
            case ExchangeOutcome.Unknown _ -> new CallbackOutcome.Failed(CallbackFailure.UNAVAILABLE);
        };
    }

    private CallbackOutcome keep(Begun begun, TokenPair tokens) {
        return switch (keepPair.keep(tokens, (user, seen) -> write(begun, user, tokens, seen))) {
            case KeepOutcome.Kept<CallbackOutcome>(var outcome) -> outcome;
            // Of the two consents the later counts: its attempt can be finished.
            case KeepOutcome.Superseded<CallbackOutcome> _ -> new CallbackOutcome.Failed(CallbackFailure.STALE);
            case KeepOutcome.Unavailable<CallbackOutcome> _ -> new CallbackOutcome.Failed(CallbackFailure.UNAVAILABLE);
        };
    }

    /** A pair whose attempt is over is kept all the same: Coder has ended with it the one that the user may be linked by. */
    private Optional<CallbackOutcome> write(Begun begun, CoderUser user, TokenPair tokens, @Nullable Tokens seen) {
        var attempt = attempts.findById(begun.attempt(), LockModeType.PESSIMISTIC_WRITE);
        if (attempt == null) {
            return grants.keep(user, tokens, seen, clock.instant())
                    .map(_ -> new CallbackOutcome.Failed(CallbackFailure.STALE));
        }
        return grants.keep(user, tokens, seen, attempt.expiresAt()).map(grant -> {
            var code = Secret.fresh();
            attempt.consented(grant, code);
            return new CallbackOutcome.Consented(code);
        });
    }
}
