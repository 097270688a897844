package dev.greenroom.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.oidc.runtime.OidcUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Watches each issuer's keys each time that quarkus-oidc fetches them. */
@Unremovable
@ApplicationScoped
@OidcEndpoint(OidcEndpoint.Type.JWKS)
class KeysFilter implements OidcResponseFilter {
    private final Map<String, KeySetWatch> byTenant;

    KeysFilter(Issuers issuers, ProvenTokens proven) {
        byTenant = issuers.all().stream()
                .collect(Collectors.toUnmodifiableMap(Issuer::tenant, issuer -> new KeySetWatch(issuer, proven)));
    }

    @Override
    public void filter(OidcResponseContext response) {
        var tenant = response.requestProperties().getString(OidcUtils.TENANT_ID_ATTRIBUTE);
        Optional.ofNullable(byTenant.get(tenant))
                .ifPresent(watch ->
                        watch.saw(response.statusCode(), response.responseBody().getDelegate()));
    }
}
