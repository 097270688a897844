package dev.greenroom.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.TenantFeature;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import jakarta.enterprise.context.ApplicationScoped;

/** Watches the services' issuer's keys each time that quarkus-oidc fetches them. */
@Unremovable
@ApplicationScoped
@TenantFeature(CallerKind.SERVICES_TENANT)
@OidcEndpoint(OidcEndpoint.Type.JWKS)
class ServiceKeysFilter implements OidcResponseFilter {
    private final KeySetWatch watch;

    ServiceKeysFilter(ProvenTokens proven) {
        watch = new KeySetWatch(CallerKind.SERVICE, proven);
    }

    @Override
    public void filter(OidcResponseContext response) {
        watch.saw(response.statusCode(), response.responseBody().getDelegate());
    }
}
