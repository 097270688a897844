package dev.greenroom.identity;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells quarkus-oidc which tenant to ask; the identity cache goes by the same answer. */
@ApplicationScoped
class TenantByPath implements TenantResolver {

    @Override
    public String resolve(RoutingContext context) {
        return CallerKind.of(context).tenant();
    }
}
