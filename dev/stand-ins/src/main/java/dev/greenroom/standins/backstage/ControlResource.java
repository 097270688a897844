package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.standins.backstage.catalog.CatalogFolder;
import dev.greenroom.standins.backstage.tokens.SigningKeys;
import dev.greenroom.standins.backstage.tokens.TokenMint;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Map;

/** What no Backstage has, below {@code /stand-in}: tokens for named users, faults, denials, the rotation of keys. */
final class ControlResource {
    private final CatalogFolder folder;
    private final TokenMint mint;
    private final SigningKeys keys;
    private final Faults faults;
    private final ReadDenials denials;
    private final Clock clock;

    ControlResource(
            CatalogFolder folder, TokenMint mint, SigningKeys keys, Faults faults, ReadDenials denials, Clock clock) {
        this.folder = folder;
        this.mint = mint;
        this.keys = keys;
        this.faults = faults;
        this.denials = denials;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.get("/stand-in/tokens/:user").blockingHandler(this::token, false);
        router.put("/stand-in/faults").handler(this::setFault);
        router.delete("/stand-in/faults").handler(exchange -> done(exchange, faults::clear));
        router.post("/stand-in/denials").handler(this::deny);
        router.delete("/stand-in/denials").handler(exchange -> done(exchange, denials::clear));
        router.post("/stand-in/keys").blockingHandler(exchange -> done(exchange, keys::rotate), false);
    }

    /** Takes {@code jane} or {@code user:default/jane}; a user whom the catalog doesn't know gets none. */
    private void token(RoutingContext exchange) {
        var user = exchange.pathParam("user");
        var ref = user.contains(":") ? user : "user:default/" + user;
        var entity = folder.current()
                .find(ref)
                .orElseThrow(() -> Refusal.notFound("No user " + ref + " in the catalog folder"));
        var expiresAt = clock.instant().plus(TokenMint.LIFETIME);
        var token = mint.tokenFor(entity.ref().toString()).mint();
        Answers.json(exchange, Map.of("token", token, "expiresAt", expiresAt.toString()));
    }

    private void setFault(RoutingContext exchange) {
        try {
            faults.set(Answers.JSON.readValue(exchange.body().asString(), Fault.class));
        } catch (JsonProcessingException e) {
            throw Refusal.input(e.getOriginalMessage());
        }
        exchange.response().setStatusCode(204).end();
    }

    private void deny(RoutingContext exchange) {
        var body = Bodies.json(exchange);
        done(
                exchange,
                () -> denials.deny(
                        body.path("user").asText(), body.path("entity").asText()));
    }

    private static void done(RoutingContext exchange, Runnable change) {
        change.run();
        exchange.response().setStatusCode(204).end();
    }
}
