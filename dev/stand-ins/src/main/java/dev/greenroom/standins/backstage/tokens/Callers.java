package dev.greenroom.standins.backstage.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** Tells who sent a request by its {@code Authorization}, as Backstage's {@code DefaultAuthService} does. */
public final class Callers {
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Caller ILLEGAL = new Caller.Refused("Illegal token");
    private static final Caller UNVERIFIED = new Caller.Refused("Failed user token verification");

    private final SigningKeys keys;
    private final String staticToken;
    private final Clock clock;

    public Callers(SigningKeys keys, String staticToken, Clock clock) {
        this.keys = keys;
        this.staticToken = staticToken;
        this.clock = clock;
    }

    /** @param authorization the header's value; a scheme other than Bearer counts for nothing */
    public Caller identify(@Nullable String authorization) {
        return identify(authorization, false);
    }

    /** The same, where a limited user token will do as well. */
    public Caller identifyLimited(@Nullable String authorization) {
        return identify(authorization, true);
    }

    private Caller identify(@Nullable String authorization, boolean limited) {
        var bearer = BEARER.matcher(authorization == null ? "" : authorization);
        return bearer.matches() ? byToken(bearer.group(1), limited) : new Caller.Nobody();
    }

    private Caller byToken(String token, boolean limited) {
        if (MessageDigest.isEqual(bytes(token), bytes(staticToken))) {
            return new Caller.Service("external:catalog-sync");
        }
        return switch (typ(token)) {
            case "vnd.backstage.user" -> byUserToken(token);
            case "vnd.backstage.limited-user" -> limited ? byUserToken(token) : byLimitedToken(token);
            default -> ILLEGAL;
        };
    }

    private static String typ(String token) {
        try {
            var typ = JsonWebStructure.fromCompactSerialization(token).getHeader("typ");
            return typ == null ? "" : typ;
        } catch (JoseException notAToken) {
            return "";
        }
    }

    private Caller byLimitedToken(String token) {
        return byUserToken(token) instanceof Caller.User
                ? new Caller.Refused("Illegal limited user token")
                : UNVERIFIED;
    }

    private Caller byUserToken(String token) {
        try {
            return new Caller.User(consumer().process(token).getJwtClaims().getSubject());
        } catch (InvalidJwtException | MalformedClaimException refused) {
            return UNVERIFIED;
        }
    }

    private JwtConsumer consumer() {
        VerificationKeyResolver byKid = (signature, nested) -> keys.find(signature.getKeyIdHeaderValue())
                .orElseThrow(() -> new UnresolvableKeyException("no such key"))
                .getKey();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(byKid)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "ES256"))
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setSkipDefaultAudienceValidation()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
