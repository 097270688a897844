package dev.greenroom.gateway.door;

import dev.greenroom.identity.BearerToken;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Finds the opaque token of a session that a sign-in with Coder has begun: where Coder's clients put theirs, or as a
 * bearer token, told from Backstage's by how it begins.
 */
public final class SessionToken {
    /** Coder itself takes this header before the other (recordings 01-basics). */
    public static final String HEADER = "Coder-Session-Token";

    private static final String BEGINNING = "greenroom_access_";

    private SessionToken() {}

    public static Optional<String> of(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER))
                .filter(token -> !token.isBlank())
                .or(() -> BearerToken.of(request).filter(token -> token.startsWith(BEGINNING)));
    }
}
