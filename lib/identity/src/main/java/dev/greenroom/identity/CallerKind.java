package dev.greenroom.identity;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.vertx.ext.web.RoutingContext;

/**
 * Who may call a path, and so which OIDC tenant proves it. The path alone decides, and decides always: where it
 * leaves the choice open, quarkus-oidc takes the last segment of the path, or the name of a cookie, for a tenant's.
 */
enum CallerKind {
    USER(OidcUtils.DEFAULT_TENANT_ID),
    SERVICE(CallerKind.SERVICES_TENANT);

    static final String SERVICES_TENANT = "services";
    private static final String INTERNAL = "/internal";

    private final String tenant;

    CallerKind(String tenant) {
        this.tenant = tenant;
    }

    static CallerKind of(RoutingContext context) {
        var path = HttpSecurityUtils.pathWithoutMatrixParams(context.normalizedPath());
        return path.equals(INTERNAL) || path.startsWith(INTERNAL + "/") ? SERVICE : USER;
    }

    /** The tenant's name in the configuration. */
    String tenant() {
        return tenant;
    }
}
