package dev.greenroom.auth.signin;

import dev.greenroom.auth.signin.OpaqueToken.Kind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Ends a session by one of its tokens, for the client that it is of (RFC 7009, section 2). */
@ApplicationScoped
class RevokeSession {
    private final SessionStore sessions;
    private final SessionTokenStore tokens;
    private final EndSession end;
    private final Clock clock;

    RevokeSession(SessionStore sessions, SessionTokenStore tokens, EndSession end, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.end = end;
        this.clock = clock;
    }

    /** Nothing happens where the token is not known, or is of another client's session. */
    void revoke(String client, String text) {
        QuarkusTransaction.requiringNew().call(() -> sessionOf(client, text)).ifPresent(end::end);
    }

    private Optional<UUID> sessionOf(String client, String text) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> OpaqueToken.parse(kind, text).stream())
                .flatMap(token -> tokens.find(token, clock.instant()).stream())
                .flatMap(token -> sessions.findByIdOptional(token.sessionId()).stream())
                .filter(session -> session.isOf(client))
                .map(Session::id)
                .findFirst();
    }
}
