package dev.greenroom.auth.signin;

import dev.greenroom.auth.account.Grants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Gives a session's next tokens for its refresh token. That one is good until the session has gone on with one that it
 * was given for: whoever did not hear the answer, or could do nothing with it while Coder was away, asks again. Tabs of
 * one browser that bring the same one within the overlap may each go on from it. Who brings one that was left behind has
 * stolen it, or was stolen from, and nobody can tell which: then the session ends (RFC 9700, section 4.14.2).
 */
@ApplicationScoped
class RefreshSession {
    private static final Logger LOG = Logger.getLogger(RefreshSession.class);

    private final SessionStore sessions;
    private final SessionTokenStore tokens;
    private final Grants grants;
    private final IssueTokens issue;
    private final EndSession end;
    private final SignInConfig config;
    private final Clock clock;

    RefreshSession(
            SessionStore sessions,
            SessionTokenStore tokens,
            Grants grants,
            IssueTokens issue,
            EndSession end,
            SignInConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.grants = grants;
        this.issue = issue;
        this.end = end;
        this.config = config;
        this.clock = clock;
    }

    TokensOutcome refresh(String client, OpaqueToken token) {
        var known = QuarkusTransaction.requiringNew().call(() -> tokens.find(token, clock.instant()));
        if (known.isEmpty()) {
            return new TokensOutcome.Refused();
        }
        if (known.get().wasLeftBehind(clock.instant())) {
            LOG.warnf(
                    "session ended: a refresh token came back that it had gone on without session=%s",
                    known.get().sessionId());
            end.end(known.get().sessionId());
            return new TokensOutcome.Refused();
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> rotate(client, token, known.get()))
                .<TokensOutcome>map(TokensOutcome.Issued::new)
                .orElseGet(TokensOutcome.Refused::new);
    }

    private Optional<SessionTokens> rotate(String client, OpaqueToken token, SessionToken known) {
        return sessions.lock(known.sessionId())
                .filter(session -> session.isOf(client))
                .filter(session -> grants.lives(session.grantId()))
                .map(session -> {
                    tokens.goOnWith(token, config.overlap(), clock.instant());
                    return issue.issue(session, token);
                });
    }
}
