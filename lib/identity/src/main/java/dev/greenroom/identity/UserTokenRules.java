package dev.greenroom.identity;

import dev.greenroom.contracts.UserRef;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.TenantFeature;
import io.quarkus.oidc.runtime.OidcUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass what Backstage gives a signed-in user, {@code typ: vnd.backstage.user}. Refused are thereby the tokens
 * that it puts into cookies (limited-user) and those of its plugins. Nothing injects this bean, so ArC would drop it
 * without a word, and with it the check.
 */
@Unremovable
@ApplicationScoped
@TenantFeature(OidcUtils.DEFAULT_TENANT_ID)
class UserTokenRules implements Validator {
    static final String TYPE = "vnd.backstage.user";

    private final TokenRules rules = new TokenRules(TYPE, UserTokenRules::isUserRef, Clock.systemUTC());

    @Override
    public @Nullable String validate(JwtContext token) throws MalformedClaimException {
        return rules.complaint(token);
    }

    private static boolean isUserRef(String subject) {
        try {
            UserRef.parse(subject);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
