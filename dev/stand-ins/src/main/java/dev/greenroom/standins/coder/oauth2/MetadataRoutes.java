package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.keys.Scopes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Supplier;

/** What the provider says of itself (RFC 8414, RFC 9728; recorded: {@code 01-metadata-authorization-server}). */
final class MetadataRoutes {

    private final Experiment experiment;
    private final Supplier<String> url;

    MetadataRoutes(Experiment experiment, Supplier<String> url) {
        this.experiment = experiment;
        this.url = url;
    }

    void add(Endpoints endpoints) {
        endpoints.get("/.well-known/oauth-authorization-server", experiment.needed(this::authorizationServer));
        endpoints.get("/.well-known/oauth-protected-resource", experiment.needed(this::protectedResource));
    }

    private void authorizationServer(Exchange exchange) {
        exchange.json(
                200,
                new JsonObject()
                        .put("issuer", url.get())
                        .put("authorization_endpoint", url.get() + "/oauth2/authorize")
                        .put("token_endpoint", url.get() + "/oauth2/tokens")
                        .put("registration_endpoint", url.get() + "/oauth2/register")
                        .put("revocation_endpoint", url.get() + "/oauth2/revoke")
                        .put("response_types_supported", new JsonArray().add("code"))
                        .put(
                                "grant_types_supported",
                                new JsonArray().add("authorization_code").add("refresh_token"))
                        .put("code_challenge_methods_supported", new JsonArray().add("S256"))
                        .put("scopes_supported", new JsonArray(Scopes.EXTERNAL))
                        .put(
                                "token_endpoint_auth_methods_supported",
                                new JsonArray(List.of("client_secret_basic", "client_secret_post"))));
    }

    private void protectedResource(Exchange exchange) {
        exchange.json(
                200,
                new JsonObject()
                        .put("resource", url.get())
                        .put("authorization_servers", new JsonArray().add(url.get()))
                        .put("scopes_supported", new JsonArray(Scopes.EXTERNAL))
                        .put(
                                "bearer_methods_supported",
                                new JsonArray().add("header").add("query")));
    }
}
