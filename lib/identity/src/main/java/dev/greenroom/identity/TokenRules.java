package dev.greenroom.identity;

import java.time.Clock;
import java.util.function.Predicate;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jspecify.annotations.Nullable;

/**
 * What quarkus-oidc does not look at: the header's {@code typ}, the form of {@code sub}, and an {@code iat} in the
 * future.
 *
 * @param type the only {@code typ} that passes
 */
record TokenRules(String type, Predicate<String> subject, Clock clock) {
    /** How far clocks may differ; the same as quarkus.oidc.token.lifespan-grace. */
    static final int GRACE_SECONDS = 30;

    /** What is wrong, without quoting the token; null where nothing is, as jose4j wants it. */
    @Nullable String complaint(JwtContext token) throws MalformedClaimException {
        var header = token.getJoseObjects().getFirst().getHeader("typ");
        if (!type.equals(header)) {
            return "typ is not " + type;
        }
        var claims = token.getJwtClaims();
        if (claims.getSubject() == null || !subject.test(claims.getSubject())) {
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
