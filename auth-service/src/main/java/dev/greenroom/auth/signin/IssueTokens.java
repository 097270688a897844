package dev.greenroom.auth.signin;

import dev.greenroom.auth.signin.OpaqueToken.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives a session its next tokens. Runs in the caller's transaction, which has locked the session. */
@ApplicationScoped
class IssueTokens {
    private static final String BEARER = "Bearer";

    private final SessionTokenStore tokens;
    private final SignInConfig config;
    private final Clock clock;

    IssueTokens(SessionTokenStore tokens, SignInConfig config, Clock clock) {
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /**
     * An older access token stays good until its own end: another tab of the same browser goes on with it.
     *
     * @param parent the refresh token that they are given for; null for the first ones
     */
    SessionTokens issue(Session session, @Nullable OpaqueToken parent) {
        var now = clock.instant();
        var end = now.plus(config.session());
        var access = OpaqueToken.fresh(Kind.ACCESS);
        var refresh = OpaqueToken.fresh(Kind.REFRESH);
        tokens.add(access, session.id(), now, now.plus(config.accessToken()), parent);
        tokens.add(refresh, session.id(), now, end, parent);
        session.lastsUntil(end);
        return new SessionTokens(access.text(), BEARER, config.accessToken().toSeconds(), refresh.text());
    }
}
