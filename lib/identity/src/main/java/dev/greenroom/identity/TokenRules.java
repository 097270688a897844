package dev.greenroom.identity;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * What quarkus-oidc does not look at: the header's {@code typ}, the form of {@code sub}, and an {@code iat} in the
 * future. Without a {@code @TenantFeature} it is for every tenant, of which the configuration makes some; each of them
 * holds {@code iss} to its own issuer besides. Nothing injects this bean, so ArC would drop it without a word, and with
 * it the checks.
 */
@Unremovable
@ApplicationScoped
class TokenRules implements Validator {
    /** How far clocks may differ; the same as quarkus.oidc.token.lifespan-grace. */
    static final int GRACE_SECONDS = 30;

    private final Issuers issuers;
    private final Clock clock = Clock.systemUTC();

    TokenRules(Issuers issuers) {
        this.issuers = issuers;
    }

    /** What is wrong, without quoting the token; null where nothing is, as jose4j wants it. */
    @Override
    public @Nullable String validate(JwtContext token) throws MalformedClaimException {
        var issuer = issuers.find(token.getJwtClaims().getIssuer());
        return issuer.isPresent() ? complaint(issuer.get().callers(), token) : "iss is none whose tokens are taken";
    }

    private @Nullable String complaint(CallerKind kind, JwtContext token) throws MalformedClaimException {
        if (!kind.type().equals(token.getJoseObjects().getFirst().getHeader("typ"))) {
            return "typ is not " + kind.type();
        }
        var claims = token.getJwtClaims();
        if (claims.getSubject() == null || !kind.names(claims.getSubject())) {
            return "sub does not have the form of a caller's name";
        }
        if (claims.getIssuedAt() == null || claims.getIssuedAt().getValue() > latest()) {
            return "iat is missing or lies in the future";
        }
        return null;
    }

    private long latest() {
        return clock.instant().getEpochSecond() + GRACE_SECONDS;
    }
}
