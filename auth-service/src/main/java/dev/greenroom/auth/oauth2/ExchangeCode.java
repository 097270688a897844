package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.CoderUsersClient;
import dev.greenroom.auth.coder.ExchangeOutcome;
import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.coder.TokenCheckOutcome;
import dev.greenroom.auth.coder.TokenPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives Coder's code for a pair of tokens, and asks Coder whose they are, outside of any transaction. */
@ApplicationScoped
public class ExchangeCode {
    private final OAuth2Client coder;
    private final CoderUsersClient users;

    ExchangeCode(OAuth2Client coder, CoderUsersClient users) {
        this.coder = coder;
        this.users = users;
    }

    /** Keeps a pair for its Coder user, in a transaction of its own. */
    @FunctionalInterface
    public interface Keep {
        CallbackOutcome keep(CoderUser user, TokenPair tokens);
    }

    /** What can't be kept is not left behind at Coder, either. */
    public CallbackOutcome exchange(String code, Secret verifier, Keep keep) {
        return switch (coder.exchange(code, verifier.value())) {
            case ExchangeOutcome.Issued(var tokens) -> identify(tokens, keep);
            case ExchangeOutcome.Refused _ -> new CallbackOutcome.Failed(CallbackFailure.CODE_REFUSED);
            case ExchangeOutcome.ClientRefused _ -> new CallbackOutcome.Failed(CallbackFailure.CLIENT_REFUSED);
            case ExchangeOutcome.ProviderOff _ -> new CallbackOutcome.Failed(CallbackFailure.PROVIDER_OFF);
            case ExchangeOutcome.Unknown _ -> new CallbackOutcome.Failed(CallbackFailure.UNAVAILABLE);
        };
    }

    /** Whose tokens these are only Coder knows. */
    private CallbackOutcome identify(TokenPair tokens, Keep keep) {
        return switch (users.check(tokens.accessToken())) {
            case TokenCheckOutcome.Valid valid -> keepOrRevoke(valid.user(), tokens, keep);
            case TokenCheckOutcome.Refused _, TokenCheckOutcome.Limited _, TokenCheckOutcome.Unavailable _ -> {
                coder.revoke(tokens.refreshToken());
                yield new CallbackOutcome.Failed(CallbackFailure.UNAVAILABLE);
            }
        };
    }

    private CallbackOutcome keepOrRevoke(CoderUser user, TokenPair tokens, Keep keep) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> keep.keep(user, tokens));
        } catch (RuntimeException e) {
            coder.revoke(tokens.refreshToken());
            throw e;
        }
    }
}
