package dev.greenroom.auth.signin;

import dev.greenroom.auth.account.Grants;
import dev.greenroom.auth.oauth2.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins a session for a code (RFC 6749, section 4.1.3). */
@ApplicationScoped
class RedeemSignInCode {
    private final SignInCodeStore codes;
    private final SessionStore sessions;
    private final Grants grants;
    private final IssueTokens issue;
    private final Clock clock;

    RedeemSignInCode(SignInCodeStore codes, SessionStore sessions, Grants grants, IssueTokens issue, Clock clock) {
        this.codes = codes;
        this.sessions = sessions;
        this.grants = grants;
        this.issue = issue;
        this.clock = clock;
    }

    /** A code is good no longer once anybody has brought it, whatever else was wrong. */
    @Transactional
    TokensOutcome redeem(String client, Secret code, @Nullable String redirectUri, @Nullable Secret verifier) {
        return codes.byCode(code)
                .flatMap(found -> hold(found, code))
                .filter(found -> !found.isOver(clock.instant()))
                .filter(found -> found.isFor(client, redirectUri, verifier))
                .<TokensOutcome>map(found -> new TokensOutcome.Issued(begin(found, client)))
                .orElseGet(TokensOutcome.Refused::new);
    }

    private Optional<SignInCode> hold(SignInCode found, Secret code) {
        var lives = grants.lock(found.grantId());
        return codes.take(code) && lives ? Optional.of(found) : Optional.empty();
    }

    private SessionTokens begin(SignInCode code, String client) {
        grants.hold(code.grantId());
        var session = new Session(code.grantId(), client, clock.instant());
        sessions.persistAndFlush(session);
        return issue.issue(session, null);
    }
}
