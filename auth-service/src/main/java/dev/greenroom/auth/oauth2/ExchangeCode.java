package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.account.KeepOutcome;
import dev.greenroom.auth.account.KeepPair;
import dev.greenroom.auth.account.Tokens;
import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.ExchangeOutcome;
import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.coder.TokenPair;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives Coder's code for a pair of tokens, and keeps those, outside of any transaction. */
@ApplicationScoped
public class ExchangeCode {
    private final OAuth2Client coder;
    private final KeepPair keepPair;

    ExchangeCode(OAuth2Client coder, KeepPair keepPair) {
        this.coder = coder;
        this.keepPair = keepPair;
    }

    /** Keeps a pair for its Coder user, as {@link KeepPair.Writing} does. */
    @FunctionalInterface
    public interface Keep {
        Optional<CallbackOutcome> keep(CoderUser user, TokenPair tokens, @Nullable Tokens seen);
    }

    public CallbackOutcome exchange(String code, Secret verifier, Keep keep) {
        return switch (coder.exchange(code, verifier.value())) {
            case ExchangeOutcome.Issued(var tokens) -> keep(tokens, keep);
            case ExchangeOutcome.Refused _ -> new CallbackOutcome.Failed(CallbackFailure.CODE_REFUSED);
            case ExchangeOutcome.ClientRefused _ -> new CallbackOutcome.Failed(CallbackFailure.CLIENT_REFUSED);
            case ExchangeOutcome.ProviderOff _ -> new CallbackOutcome.Failed(CallbackFailure.PROVIDER_OFF);
            case ExchangeOutcome.Unknown _ -> new CallbackOutcome.Failed(CallbackFailure.UNAVAILABLE);
        };
    }

    private CallbackOutcome keep(TokenPair tokens, Keep keep) {
        return switch (keepPair.keep(tokens, (user, seen) -> keep.keep(user, tokens, seen))) {
            case KeepOutcome.Kept<CallbackOutcome>(var outcome) -> outcome;
            // Of two consents at once the later counts; its way can be gone to the end.
            case KeepOutcome.Superseded<CallbackOutcome> _ -> new CallbackOutcome.Failed(CallbackFailure.STALE);
            case KeepOutcome.Unavailable<CallbackOutcome> _ -> new CallbackOutcome.Failed(CallbackFailure.UNAVAILABLE);
        };
    }
}
