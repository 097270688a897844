package dev.greenroom.identity;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells quarkus-oidc which tenant to ask: that of the issuer which the token names, where that is one for the path. A
 * token that lies about it is refused there, by its signature. The answer is never left open: quarkus-oidc would take
 * the last segment of the path, or the name of a cookie, for a tenant's.
 */
@ApplicationScoped
class TenantOfToken implements TenantResolver {
    private final Issuers issuers;
    private final ExpectedCaller expected;

    TenantOfToken(Issuers issuers, ExpectedCaller expected) {
        this.issuers = issuers;
        this.expected = expected;
    }

    @Override
    public String resolve(RoutingContext context) {
        var kind = expected.of(context);
        return BearerToken.of(context.request())
                .flatMap(TokenOutline::read)
                .flatMap(outline -> issuers.find(outline.issuer()))
                .filter(issuer -> issuer.callers() == kind)
                .map(Issuer::tenant)
                .orElse(tenantOfNobody(kind));
    }

    /** Refuses what comes without a token, or with one of an issuer that is not ours. */
    private static String tenantOfNobody(CallerKind kind) {
        return switch (kind) {
            case USER -> OidcUtils.DEFAULT_TENANT_ID;
            case SERVICE -> Issuer.SERVICES_TENANT;
        };
    }
}
