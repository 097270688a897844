package dev.greenroom.identity;

import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Which kind of caller a request is held to. Its path decides: services call what is below {@code /internal}, and users
 * the rest. On the paths that {@code greenroom.identity.open-to-services} names, the issuer decides that the token says
 * it is of, since an issuer stands for one kind: a token that lies about it is refused by its signature, and one that
 * doesn't is held to the rules of its own issuer's callers, as on any other path.
 */
@ApplicationScoped
class ExpectedCaller {
    private static final String INTERNAL = "/internal";

    private final Issuers issuers;
    private final Set<String> openToServices;

    ExpectedCaller(Issuers issuers, IdentityConfig config) {
        this.issuers = issuers;
        this.openToServices = config.openToServices().orElse(Set.of());
    }

    CallerKind of(RoutingContext context) {
        var path = HttpSecurityUtils.pathWithoutMatrixParams(context.normalizedPath());
        if (path.equals(INTERNAL) || path.startsWith(INTERNAL + "/")) {
            return CallerKind.SERVICE;
        }
        return openToServices.contains(path) ? byIssuer(context) : CallerKind.USER;
    }

    /** A user, too, where the token names no issuer of ours, or there is none: it is refused as a user's. */
    private CallerKind byIssuer(RoutingContext context) {
        return BearerToken.of(context.request())
                .flatMap(TokenOutline::read)
                .flatMap(outline -> issuers.find(outline.issuer()))
                .map(Issuer::callers)
                .orElse(CallerKind.USER);
    }
}
