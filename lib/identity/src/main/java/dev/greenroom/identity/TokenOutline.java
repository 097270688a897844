package dev.greenroom.identity;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a token says of itself, unproven. Good for refusing, never for trusting. */
record TokenOutline(
        @Nullable String type,
        @Nullable String algorithm,
        @Nullable String keyId,
        @Nullable String issuer,
        long expiresAt) {
    private static final int PARTS = 3;

    /** Empty where the text is no signed JWT, or one without an expiry. */
    static Optional<TokenOutline> read(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != PARTS || parts[2].isEmpty()) {
            return Optional.empty();
        }
        try {
            return of(json(parts[0]), json(parts[1]));
        } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static Optional<TokenOutline> of(JsonObject header, JsonObject claims) {
        return Optional.ofNullable(claims.getLong("exp"))
                .map(expiry -> new TokenOutline(
                        header.getString("typ"),
                        header.getString("alg"),
                        header.getString("kid"),
                        claims.getString("iss"),
                        expiry));
    }

    private static JsonObject json(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
