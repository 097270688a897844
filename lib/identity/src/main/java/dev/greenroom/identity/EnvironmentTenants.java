package dev.greenroom.identity;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Makes a tenant of quarkus-oidc of each environment that has a name, as the service starts. All that is configured for
 * the default one holds for it too, but for whose tokens are taken.
 */
@ApplicationScoped
class EnvironmentTenants {
    private final Issuers issuers;
    private final OidcConfig config;

    EnvironmentTenants(Issuers issuers, OidcConfig config) {
        this.issuers = issuers;
        this.config = config;
    }

    void create(@Observes Oidc tenants) {
        issuers.all().stream()
                .filter(issuer -> issuer.environment() != null)
                .map(this::tenantOf)
                .forEach(tenants::create);
    }

    private OidcTenantConfig tenantOf(Issuer issuer) {
        var unnamed = config.namedTenants().get(OidcConfig.DEFAULT_TENANT_KEY);
        return OidcTenantConfig.builder(unnamed)
                .tenantId(issuer.tenant())
                .authServerUrl(issuer.url())
                .token()
                .issuer(issuer.name())
                .end()
                .build();
    }
}
