package dev.greenroom.standins.coder.templates;

import dev.greenroom.standins.coder.http.Body;
import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.http.Uuids;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.json.JsonArray;
import java.util.function.Supplier;

/** Template versions (recorded: {@code 18-version-get} to {@code 25-version-external-auth}, {@code 08-evaluate-valid}). */
public final class VersionRoutes {

    private final Authentication authentication;
    private final Templates templates;
    private final VersionJson json;
    private final Supplier<String> url;

    public VersionRoutes(
            Authentication authentication,
            Templates templates,
            Users users,
            Organization organization,
            Supplier<String> url) {
        this.authentication = authentication;
        this.templates = templates;
        this.json = new VersionJson(users, organization);
        this.url = url;
    }

    public void add(Endpoints endpoints) {
        String version = "/api/v2/templateversions/:version";
        endpoints.get(version, authentication.signedIn(this::get));
        endpoints.get(version + "/rich-parameters", authentication.signedIn(this::parameters));
        endpoints.get(version + "/presets", authentication.signedIn(this::presets));
        endpoints.get(version + "/external-auth", authentication.signedIn(this::externalAuth));
        endpoints.post(version + "/dynamic-parameters/evaluate", authentication.signedIn(this::evaluate));
    }

    private void get(Exchange exchange, Caller caller) {
        exchange.json(200, json.of(visible(exchange, caller)));
    }

    private void parameters(Exchange exchange, Caller caller) {
        JsonArray shown = new JsonArray();
        visible(exchange, caller).parameters().forEach(parameter -> shown.add(VersionJson.of(parameter)));
        exchange.json(200, shown);
    }

    private void presets(Exchange exchange, Caller caller) {
        JsonArray shown = new JsonArray();
        visible(exchange, caller).presets().forEach(preset -> shown.add(VersionJson.of(preset)));
        exchange.json(200, shown.isEmpty() ? null : shown);
    }

    private void externalAuth(Exchange exchange, Caller caller) {
        JsonArray shown = new JsonArray();
        visible(exchange, caller).externalAuth().forEach(auth -> shown.add(VersionJson.of(auth, url.get())));
        exchange.json(200, shown);
    }

    private void evaluate(Exchange exchange, Caller caller) {
        TemplateVersion version = visible(exchange, caller);
        Body body = exchange.body("DynamicParametersRequest");
        exchange.json(
                200,
                body.uuid("owner_id").equals(Uuids.NONE)
                        ? EvaluationJson.ownerNotFound()
                        : EvaluationJson.of(version, body.texts("inputs")));
    }

    private TemplateVersion visible(Exchange exchange, Caller caller) {
        return templates
                .version(exchange.uuid("version"))
                .filter(version -> caller.may("template:read"))
                .orElseThrow(Refusal::notFound);
    }
}
