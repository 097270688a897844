package dev.greenroom.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.TenantFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass an access token by RFC 9068, {@code typ: at+jwt}, whose subject is a service's name. Unremovable for the
 * same reason as {@link UserTokenRules}.
 */
@Unremovable
@ApplicationScoped
@TenantFeature(CallerKind.SERVICES_TENANT)
class ServiceTokenRules implements Validator {
    static final String TYPE = "at+jwt";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private final TokenRules rules = new TokenRules(TYPE, NAME.asMatchPredicate(), Clock.systemUTC());

    @Override
    public @Nullable String validate(JwtContext token) throws MalformedClaimException {
        return rules.complaint(token);
    }
}
