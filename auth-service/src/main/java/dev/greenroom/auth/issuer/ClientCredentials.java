package dev.greenroom.auth.issuer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Id and secret of a client, as {@code client_secret_basic} carries them (RFC 6749 section 2.3.1). */
public record ClientCredentials(String id, String secret) {
    private static final String SCHEME = "Basic ";
    private static final String NOBODYS = "";

    /** Both parts are form-encoded before they are put together; empty where the header is not of this kind. */
    public static Optional<ClientCredentials> parse(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(SCHEME.length()).strip()),
                    StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(of(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ClientCredentials of(String id, String secret) {
        return new ClientCredentials(decoded(id), decoded(secret));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    /**
     * Whether the secret proves the client: in a time that tells neither how much of it is right, nor whether there is
     * such a client.
     *
     * @param expected the client's; empty where it is unknown. A blank one proves nobody
     */
    public boolean areProvenBy(Optional<String> expected) {
        var known = expected.orElse(NOBODYS);
        return isSame(known, secret) & expected.isPresent() & !known.isBlank();
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ClientCredentials[id=" + id + ", secret=redacted]";
    }
}
