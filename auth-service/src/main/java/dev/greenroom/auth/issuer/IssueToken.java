package dev.greenroom.auth.issuer;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a service's access token, in the profile of RFC 9068, for one other service. */
@ApplicationScoped
class IssueToken {
    /** Short, since there is no way to call one back. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final Clock clock;
    private final String issuer;

    IssueToken(SigningKeys keys, Clock clock, @ConfigProperty(name = "greenroom.services.issuer") String issuer) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
    }

    String issue(String client, String audience) {
        var key = keys.current();
        var now = clock.instant();
        return Jwt.issuer(issuer)
                .subject(client)
                .audience(audience)
                .claim("client_id", client)
                .claim("jti", UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .jws()
                .header("typ", "at+jwt")
                .keyId(key.kid())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(key.jwk().getPrivateKey());
    }
}
