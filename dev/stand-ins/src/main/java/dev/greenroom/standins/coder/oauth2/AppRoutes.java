package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.http.Body;
import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What an administrator does with applications (recorded: {@code 03-app-create-as-member} to {@code 11-app-get}, {@code 96-app-secret-delete}). */
final class AppRoutes {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]+(?:[_-][a-zA-Z0-9]+)*");

    private final Experiment experiment;
    private final Authentication authentication;
    private final Apps apps;
    private final Grants grants;
    private final Supplier<String> url;

    AppRoutes(Experiment experiment, Authentication authentication, Apps apps, Grants grants, Supplier<String> url) {
        this.experiment = experiment;
        this.authentication = authentication;
        this.apps = apps;
        this.grants = grants;
        this.url = url;
    }

    void add(Endpoints endpoints) {
        String all = "/api/v2/oauth2-provider/apps";
        endpoints.post(all, experiment.needed(authentication.signedIn(this::create)));
        endpoints.get(all, experiment.needed(authentication.signedIn(this::list)));
        endpoints.get(all + "/:app", experiment.needed(authentication.signedIn(this::get)));
        endpoints.delete(all + "/:app", experiment.needed(authentication.signedIn(this::delete)));
        endpoints.post(all + "/:app/secrets", experiment.needed(authentication.signedIn(this::createSecret)));
        endpoints.get(all + "/:app/secrets", experiment.needed(authentication.signedIn(this::listSecrets)));
        endpoints.delete(all + "/:app/secrets/:secret", experiment.needed(authentication.signedIn(this::deleteSecret)));
    }

    private void create(Exchange exchange, Caller caller) {
        Body body = exchange.body("PostOAuth2ProviderAppRequest");
        String name = body.string("name");
        String callback = body.string("callback_url");
        Refusal refusal = Refusal.invalid();
        if (!NAME.matcher(name).matches()) {
            refusal = refusal.tag("name", name.isEmpty() ? "required" : "oauth2_app_name", name);
        }
        if (callback.isEmpty()) {
            refusal = refusal.tag("callback_url", "required", callback);
        }
        if (refusal.hasFields()) {
            throw refusal;
        }
        if (!caller.isOwner()) {
            throw Refusal.of(500, "Internal error creating OAuth2 application.", "unauthorized: rbac: forbidden");
        }
        exchange.json(201, json(apps.create(name, callback, body.string("icon"))));
    }

    private void list(Exchange exchange, Caller caller) {
        String user = exchange.query("user_id");
        JsonArray shown = new JsonArray();
        apps.all().filter(app -> user == null || grants.has(user, app)).forEach(app -> shown.add(json(app)));
        exchange.json(200, shown);
    }

    private void get(Exchange exchange, Caller caller) {
        exchange.json(200, json(app(exchange)));
    }

    private void delete(Exchange exchange, Caller caller) {
        requireOwner(caller);
        App app = app(exchange);
        grants.removeIf(grant -> grant.appId().equals(app.id()));
        apps.remove(app);
        exchange.empty(204);
    }

    private void createSecret(Exchange exchange, Caller caller) {
        requireOwner(caller);
        PrefixedSecret secret = PrefixedSecret.random("client secret");
        AppSecret kept = apps.addSecret(app(exchange), secret);
        exchange.json(201, new JsonObject().put("id", kept.id()).put("client_secret_full", secret.text()));
    }

    private void listSecrets(Exchange exchange, Caller caller) {
        requireOwner(caller);
        JsonArray shown = new JsonArray();
        apps.secretsOf(app(exchange))
                .forEach(secret -> shown.add(new JsonObject()
                        .put("id", secret.id())
                        .putNull("last_used_at")
                        .put("client_secret_truncated", secret.shown())));
        exchange.json(200, shown);
    }

    private void deleteSecret(Exchange exchange, Caller caller) {
        requireOwner(caller);
        String id = exchange.uuid("secret");
        AppSecret secret = apps.secretsOf(app(exchange))
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        grants.removeIf(grant -> grant.secretId().equals(secret.id()));
        apps.remove(secret);
        exchange.empty(204);
    }

    private App app(Exchange exchange) {
        return apps.find(exchange.uuid("app")).orElseThrow(Refusal::notFound);
    }

    private static void requireOwner(Caller caller) {
        if (!caller.isOwner()) {
            throw Refusal.notFound();
        }
    }

    private JsonObject json(App app) {
        return new JsonObject()
                .put("id", app.id())
                .put("name", app.name())
                .put("callback_url", app.callbackUrl())
                .put("icon", app.icon())
                .put(
                        "endpoints",
                        new JsonObject()
                                .put("authorization", url.get() + "/oauth2/authorize")
                                .put("token", url.get() + "/oauth2/tokens")
                                .put("token_revoke", url.get() + "/oauth2/revoke")
                                .put("device_authorization", ""));
    }
}
