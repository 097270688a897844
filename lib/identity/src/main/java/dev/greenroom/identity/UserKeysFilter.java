package dev.greenroom.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.TenantFeature;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.oidc.runtime.OidcUtils;
import jakarta.enterprise.context.ApplicationScoped;

/** Watches Backstage's keys each time that quarkus-oidc fetches them. */
@Unremovable
@ApplicationScoped
@TenantFeature(OidcUtils.DEFAULT_TENANT_ID)
@OidcEndpoint(OidcEndpoint.Type.JWKS)
class UserKeysFilter implements OidcResponseFilter {
    private final KeySetWatch watch;

    UserKeysFilter(ProvenTokens proven) {
        watch = new KeySetWatch(CallerKind.USER, proven);
    }

    @Override
    public void filter(OidcResponseContext response) {
        watch.saw(response.statusCode(), response.responseBody().getDelegate());
    }
}
