package dev.greenroom.standins.backstage;

import dev.greenroom.standins.backstage.tokens.Caller;
import dev.greenroom.standins.backstage.tokens.Callers;
import dev.greenroom.standins.backstage.tokens.SigningKeys;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The auth plugin: keys, discovery, who a user is, and the sign-in as a guest. */
final class AuthResource {
    private final BackstageSettings settings;
    private final SigningKeys keys;
    private final Callers callers;
    private final SignIn signIn;

    AuthResource(BackstageSettings settings, SigningKeys keys, Callers callers, SignIn signIn) {
        this.settings = settings;
        this.keys = keys;
        this.callers = callers;
        this.signIn = signIn;
    }

    void addTo(Router router) {
        router.get("/api/auth/.well-known/jwks.json").handler(exchange -> Answers.json(exchange, keys.published()));
        router.get("/api/auth/.well-known/openid-configuration").handler(this::discovery);
        router.get("/api/auth/v1/userinfo").blockingHandler(this::userinfo, false);
        router.get("/api/auth/guest/refresh").blockingHandler(this::guest, false);
        router.post("/api/auth/guest/refresh").blockingHandler(this::guest, false);
    }

    private void discovery(RoutingContext exchange) {
        Answers.json(exchange, OidcDiscovery.of(settings.issuer()));
    }

    private void userinfo(RoutingContext exchange) {
        switch (callers.identifyLimited(exchange.request().getHeader("Authorization"))) {
            case Caller.User(var ref) ->
                Answers.json(exchange, Map.of("claims", Map.of("sub", ref, "ent", signIn.ownershipOf(ref))));
            case Caller.Service service ->
                throw Refusal.notAllowed("This token's access is restricted to plugin(s) 'catalog'");
            case Caller.Nobody nobody -> throw Refusal.unauthenticated("No token provided");
            case Caller.Refused(var reason) -> throw Refusal.unauthenticated(reason);
        }
    }

    private void guest(RoutingContext exchange) {
        Answers.json(exchange, signIn.as(settings.guest()));
    }
}
