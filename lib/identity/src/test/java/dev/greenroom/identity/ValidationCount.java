package dev.greenroom.identity;

import dev.greenroom.standins.backstage.BackstageStandIn;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

/** Counts how often a token is proven rather than remembered, for each issuer. */
@Unremovable
@ApplicationScoped
class ValidationCount implements Validator {
    private final Map<String, Integer> byIssuer = new ConcurrentHashMap<>();

    @Override
    public String validate(JwtContext token) throws MalformedClaimException {
        byIssuer.merge(token.getJwtClaims().getIssuer(), 1, Integer::sum);
        return null;
    }

    int of(BackstageStandIn issuer) {
        return byIssuer.getOrDefault(issuer.url() + "/api/auth", 0);
    }
}
