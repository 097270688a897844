package dev.greenroom.auth.signin;

import dev.greenroom.auth.account.Grants;
import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.TokenPair;
import dev.greenroom.auth.oauth2.CallbackFailure;
import dev.greenroom.auth.oauth2.CallbackOutcome;
import dev.greenroom.auth.oauth2.ConsentListener;
import dev.greenroom.auth.oauth2.ExchangeCode;
import dev.greenroom.auth.oauth2.HeardCallback;
import dev.greenroom.auth.oauth2.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears Coder's answer to a sign-in: keeps the grant, and sends the browser back to the client with a code of ours. */
@ApplicationScoped
class HearSignIn implements ConsentListener {
    private final SealedStates states;
    private final ExchangeCode exchange;
    private final Grants grants;
    private final SignInCodeStore codes;
    private final SignInConfig config;
    private final Clock clock;

    HearSignIn(
            SealedStates states,
            ExchangeCode exchange,
            Grants grants,
            SignInCodeStore codes,
            SignInConfig config,
            Clock clock) {
        this.states = states;
        this.exchange = exchange;
        this.grants = grants;
        this.codes = codes;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Optional<HeardCallback> hear(String state, @Nullable String code) {
        if (!states.areOf(state)) {
            return Optional.empty();
        }
        return states.open(state)
                .filter(begun -> clock.instant().isBefore(begun.expiresAt()))
                .map(begun -> answer(begun, code))
                .or(() -> Optional.of(new CallbackOutcome.Failed(CallbackFailure.STALE)))
                .map(HeardCallback::ofNobody);
    }

    private CallbackOutcome answer(BegunSignIn begun, @Nullable String code) {
        var request = begun.request();
        var outcome = code == null
                ? new CallbackOutcome.Failed(CallbackFailure.DENIED)
                : exchange.exchange(code, begun.verifier(), (user, tokens) -> keep(request, user, tokens));
        return outcome instanceof CallbackOutcome.Failed(var why)
                ? new CallbackOutcome.GoOn(request.refused(why))
                : outcome;
    }

    private CallbackOutcome keep(AuthorizationRequest request, CoderUser user, TokenPair tokens) {
        var code = Secret.fresh();
        var end = clock.instant().plus(config.code());
        codes.persist(new SignInCode(code, grants.keep(user, tokens, end), request, end));
        return new CallbackOutcome.GoOn(request.answeredWith(code));
    }
}
