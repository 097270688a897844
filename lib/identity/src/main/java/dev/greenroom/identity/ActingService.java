package dev.greenroom.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Proves the second token of a request that a service of ours makes in a user's name: the user's is the bearer token,
 * and the service's own, RFC 8693's {@code actor_token}, comes besides.
 */
@ApplicationScoped
public class ActingService {
    /** For the issuer's keys, where they have to be fetched first. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TenantIdentityProvider services;

    ActingService(@Tenant(Issuer.SERVICES_TENANT) TenantIdentityProvider services) {
        this.services = services;
    }

    /**
     * The service's name, as its client id at the issuer. Blocks.
     *
     * @throws AuthenticationFailedException where it is no service's token, or not for this service: answered with 401
     */
    public String of(String actorToken) {
        try {
            return services.authenticate(new AccessTokenCredential(actorToken))
                    .await()
                    .atMost(PATIENCE)
                    .getPrincipal()
                    .getName();
        } catch (AuthenticationFailedException quotesTheToken) {
            throw new AuthenticationFailedException();
        }
    }
}
