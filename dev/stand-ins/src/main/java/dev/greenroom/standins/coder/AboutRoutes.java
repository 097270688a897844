package dev.greenroom.standins.coder;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.steering.Settings;
import dev.greenroom.standins.coder.users.Organization;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;

/** What Coder says about itself (recorded: {@code 01-buildinfo}, {@code 09-authmethods}, {@code 39-experiments}). */
final class AboutRoutes {

    private final Authentication authentication;
    private final Settings settings;
    private final Organization organization;
    private final Supplier<String> url;

    AboutRoutes(Authentication authentication, Settings settings, Organization organization, Supplier<String> url) {
        this.authentication = authentication;
        this.settings = settings;
        this.organization = organization;
        this.url = url;
    }

    void add(Endpoints endpoints) {
        endpoints.get("/healthz", exchange -> exchange.text(200, "text/plain; charset=utf-8", "OK"));
        endpoints.get("/api/v2/", exchange -> exchange.message(200, "👋"));
        endpoints.get("/api/v2/buildinfo", this::buildInfo);
        endpoints.get(
                "/api/v2/users/first", exchange -> exchange.message(200, "The initial user has already been created!"));
        endpoints.get("/api/v2/users/authmethods", AboutRoutes::authMethods);
        endpoints.get("/api/v2/experiments", authentication.signedIn(this::experiments));
        endpoints.get("/api/v2/deployment/config", authentication.signedIn(AboutRoutes::config));
    }

    private void buildInfo(Exchange exchange) {
        exchange.json(
                200,
                new JsonObject()
                        .put("external_url", "https://github.com/coder/coder")
                        .put("version", "v2.36.0")
                        .put("dashboard_url", url.get())
                        .put("telemetry", false)
                        .put("workspace_proxy", false)
                        .put("agent_api_version", "1.0")
                        .put("provisioner_api_version", "1.18")
                        .put("upgrade_message", "")
                        .put("deployment_id", organization.id())
                        .put("webpush_public_key", ""));
    }

    private static void authMethods(Exchange exchange) {
        exchange.json(
                200,
                new JsonObject()
                        .put("password", new JsonObject().put("enabled", true))
                        .put("github", new JsonObject().put("enabled", true).put("default_provider_configured", true))
                        .put(
                                "oidc",
                                new JsonObject()
                                        .put("enabled", false)
                                        .put("signInText", "")
                                        .put("iconUrl", "")));
    }

    private void experiments(Exchange exchange, Caller caller) {
        JsonArray experiments = new JsonArray();
        if (settings.oauth2()) {
            experiments.add("oauth2").add("workspace-build-updates");
        }
        exchange.json(200, experiments);
    }

    /** Nobody reads an owner's answer, so that the stand-in has none. */
    private static void config(Exchange exchange, Caller caller) {
        throw caller.isOwner() ? Refusal.of(404, "Route not found.") : Refusal.forbidden("Forbidden.");
    }
}
