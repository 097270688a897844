package dev.greenroom.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The identity that requests run with: kind, name (of a user with their environment) and expiry, and nothing else.
 * quarkus-oidc's own holds the token and the request it came with, neither of which may live on in a cache.
 */
final class CallerIdentity {
    private static final String KIND = "dev.greenroom.caller-kind";
    private static final String EXPIRES_AT = "dev.greenroom.expires-at";

    private CallerIdentity() {}

    static SecurityIdentity of(Issuer issuer, JsonWebToken proven) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(issuer.callerOf(proven.getSubject())))
                .addAttribute(KIND, issuer.callers())
                .addAttribute(EXPIRES_AT, Instant.ofEpochSecond(proven.getExpirationTime()))
                .build();
    }

    static boolean is(CallerKind kind, SecurityIdentity identity) {
        return identity.getAttribute(KIND) == kind;
    }

    /** Empty for an identity that no token proved. */
    static Optional<Instant> expiryOf(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(EXPIRES_AT));
    }
}
