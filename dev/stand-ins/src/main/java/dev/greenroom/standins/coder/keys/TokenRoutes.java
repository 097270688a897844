package dev.greenroom.standins.coder.keys;

import dev.greenroom.standins.coder.http.Body;
import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.state.Secrets;
import dev.greenroom.standins.coder.users.User;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** API tokens: {@code /api/v2/users/{user}/keys} (recorded: {@code 23-tokenconfig} to {@code 33-token-by-name}). */
public final class TokenRoutes {

    private static final Duration LONGEST = Duration.ofDays(7);

    private final Authentication authentication;
    private final ApiKeys keys;
    private final Users users;
    private final Clock clock;

    public TokenRoutes(Authentication authentication, ApiKeys keys, Users users, Clock clock) {
        this.authentication = authentication;
        this.keys = keys;
        this.users = users;
        this.clock = clock;
    }

    public void add(Endpoints endpoints) {
        String tokens = "/api/v2/users/:user/keys/tokens";
        endpoints.get(tokens + "/tokenconfig", authentication.signedIn(TokenRoutes::config));
        endpoints.post(tokens, authentication.signedIn(this::create));
        endpoints.get(tokens, authentication.signedIn(this::list));
        endpoints.get(tokens + "/:name", authentication.signedIn(this::byName));
        endpoints.post("/api/v2/users/:user/keys", authentication.signedIn(this::createSession));
        endpoints.get("/api/v2/users/:user/keys/:key", authentication.signedIn(this::byId));
        endpoints.delete("/api/v2/users/:user/keys/:key", authentication.signedIn(this::delete));
    }

    private static void config(Exchange exchange, Caller caller) {
        exchange.json(200, new JsonObject().put("max_token_lifetime", LONGEST.toNanos()));
    }

    private void create(Exchange exchange, Caller caller) {
        User user = owner(exchange, caller);
        Body body = exchange.body("CreateTokenRequest");
        Duration lifetime = lifetime(body);
        List<String> scopes = scopes(body);
        String name = body.string("token_name").isEmpty() ? "token-" + Secrets.random(8) : body.string("token_name");
        if (keys.tokensOf(user.id()).anyMatch(key -> key.tokenName().equals(name))) {
            throw Refusal.of(409, "A token with name \"" + name + "\" already exists.")
                    .field("name", "This value is already in use and should be unique.");
        }
        if (!user.id().equals(caller.user().id()) && !caller.isOwner()) {
            throw Refusal.of(500, "Failed to create API key.", "insert API key: unauthorized: rbac: forbidden");
        }
        String token = keys.issue(user.id(), ApiKey.Origin.TOKEN, name, lifetime, scopes)
                .token();
        exchange.json(201, new JsonObject().put("key", token));
    }

    private static Duration lifetime(Body body) {
        Long nanos = body.number("lifetime");
        Duration lifetime = nanos == null || nanos == 0 ? LONGEST : Duration.ofNanos(nanos);
        if (lifetime.compareTo(LONGEST) > 0) {
            throw Refusal.of(400, "Failed to validate create API key request.", "lifetime must be less than 168h0m0s");
        }
        return lifetime;
    }

    private static List<String> scopes(Body body) {
        List<String> scopes = body.strings("scopes");
        for (String scope : scopes) {
            if (!Scopes.isKnown(scope)) {
                throw Refusal.of(
                        400, "Failed to create API key.", "invalid or unsupported API key scope: \"" + scope + "\"");
            }
        }
        return scopes.isEmpty() ? List.of(Scopes.ALL) : scopes;
    }

    private void createSession(Exchange exchange, Caller caller) {
        User user = owner(exchange, caller);
        if (!user.id().equals(caller.user().id()) && !caller.isOwner()) {
            throw Refusal.notFound();
        }
        String token = keys.issue(user.id(), ApiKey.Origin.PASSWORD, "", Duration.ofDays(1))
                .token();
        exchange.json(201, new JsonObject().put("key", token));
    }

    private void list(Exchange exchange, Caller caller) {
        User user = owner(exchange, caller);
        JsonArray shown = new JsonArray();
        keys.tokensOf(user.id())
                .filter(key -> key.expiresAt().isAfter(clock.instant()))
                .sorted(Comparator.comparing(ApiKey::tokenName))
                .forEach(key -> shown.add(TokenJson.of(key).put("username", user.username())));
        exchange.json(200, shown.isEmpty() ? null : shown);
    }

    private void byName(Exchange exchange, Caller caller) {
        User user = owner(exchange, caller);
        String name = exchange.path("name");
        exchange.json(
                200,
                keys.tokensOf(user.id())
                        .filter(key -> key.tokenName().equals(name))
                        .findFirst()
                        .map(TokenJson::of)
                        .orElseThrow(Refusal::notFound));
    }

    private void byId(Exchange exchange, Caller caller) {
        exchange.json(200, TokenJson.of(key(exchange, caller)));
    }

    private void delete(Exchange exchange, Caller caller) {
        keys.remove(key(exchange, caller).id());
        exchange.empty(204);
    }

    private ApiKey key(Exchange exchange, Caller caller) {
        User user = owner(exchange, caller);
        return keys.find(exchange.path("key"))
                .filter(key -> key.userId().equals(user.id()))
                .orElseThrow(Refusal::notFound);
    }

    private User owner(Exchange exchange, Caller caller) {
        User user = users.named(exchange.path("user"), caller.user());
        if (!caller.sees(user) || !caller.may("api_key:read")) {
            throw Refusal.notFound();
        }
        return user;
    }
}
