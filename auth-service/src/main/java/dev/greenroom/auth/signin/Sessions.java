package dev.greenroom.auth.signin;

import dev.greenroom.auth.signin.OpaqueToken.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Finds sessions by the tokens that their clients bring. */
@ApplicationScoped
public class Sessions {
    private final SessionTokenStore tokens;
    private final SignInClients clients;
    private final Clock clock;

    Sessions(SessionTokenStore tokens, SignInClients clients, Clock clock) {
        this.tokens = tokens;
        this.clients = clients;
        this.clock = clock;
    }

    /** A session with the grant that it holds. */
    public record Found(UUID sessionId, UUID grantId) {}

    /** Empty where the text is no access token of a session's, its time is over, or its client is known no more. */
    @Transactional
    public Optional<Found> byAccessToken(String text) {
        return OpaqueToken.parse(Kind.ACCESS, text)
                .flatMap(token -> tokens.find(token, clock.instant()))
                .filter(token -> clients.isKnown(token.clientId()))
                .map(token -> new Found(token.sessionId(), token.grantId()));
    }
}
