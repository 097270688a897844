package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.account.Grants;
import dev.greenroom.auth.coder.CoderUser;
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
 * Hears of the consents that users who link were asked for: it exchanges the code and keeps the grant, and links nobody,
 * whoever's browser it was.
 */
@ApplicationScoped
class HearLink implements ConsentListener {
    private final LinkAttemptStore attempts;
    private final ExchangeCode exchange;
    private final Grants grants;
    private final Seal seal;
    private final Clock clock;

    HearLink(LinkAttemptStore attempts, ExchangeCode exchange, Grants grants, Seal seal, Clock clock) {
        this.attempts = attempts;
        this.exchange = exchange;
        this.grants = grants;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public Optional<HeardCallback> hear(String state, @Nullable String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> take(new Secret(state)))
                .map(begun -> new HeardCallback(answer(begun, code), begun.environment()));
    }

    private CallbackOutcome answer(Begun begun, @Nullable String code) {
        var outcome = code == null
                ? new CallbackOutcome.Failed(CallbackFailure.DENIED)
                : exchange.exchange(code, begun.verifier(), (user, tokens) -> keep(begun, user, tokens));
        if (outcome instanceof CallbackOutcome.Failed) {
            QuarkusTransaction.requiringNew().run(() -> attempts.deleteById(begun.attempt()));
        }
        return outcome;
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
