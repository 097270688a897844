package dev.greenroom.standins.coder.templates;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.search.SearchTerms;
import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.json.JsonArray;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Templates (recorded: {@code 05-templates-list} to {@code 17-template-version-by-name}). */
public final class TemplateRoutes {

    private final Authentication authentication;
    private final Templates templates;
    private final Organization organization;
    private final TemplateJson json;
    private final VersionJson versionJson;

    public TemplateRoutes(Authentication authentication, Templates templates, Users users, Organization organization) {
        this.authentication = authentication;
        this.templates = templates;
        this.organization = organization;
        this.json = new TemplateJson(users, organization);
        this.versionJson = new VersionJson(users, organization);
    }

    public void add(Endpoints endpoints) {
        String ofOrganization = "/api/v2/organizations/:organization/templates";
        endpoints.get("/api/v2/templates", authentication.signedIn(this::list));
        endpoints.get(ofOrganization, authentication.signedIn(this::listOfOrganization));
        endpoints.get(ofOrganization + "/:name", authentication.signedIn(this::byName));
        endpoints.get(ofOrganization + "/:name/versions/:version", authentication.signedIn(this::versionByName));
        endpoints.get("/api/v2/templates/:template", authentication.signedIn(this::get));
        endpoints.get("/api/v2/templates/:template/versions", authentication.signedIn(this::versions));
        endpoints.patch("/api/v2/templates/:template/versions", authentication.signedIn(this::activate));
    }

    private void list(Exchange exchange, Caller caller) {
        SearchTerms terms =
                SearchTerms.parse(Optional.ofNullable(exchange.query("q")).orElse(""), "template");
        String exactName = terms.take("exact_name");
        String name = terms.take("name");
        terms.refuseOthers();
        show(
                exchange,
                caller,
                templates
                        .all()
                        .filter(template ->
                                exactName.isEmpty() || template.name().equalsIgnoreCase(exactName))
                        .filter(template ->
                                template.name().toLowerCase(Locale.ROOT).contains(name)));
    }

    private void listOfOrganization(Exchange exchange, Caller caller) {
        requireOrganization(exchange);
        show(exchange, caller, templates.all());
    }

    private void show(Exchange exchange, Caller caller, Stream<Template> found) {
        JsonArray shown = new JsonArray();
        found.filter(template -> caller.may("template:read")).forEach(template -> shown.add(json.of(template)));
        exchange.json(200, shown);
    }

    private void byName(Exchange exchange, Caller caller) {
        exchange.json(200, json.of(named(exchange, caller)));
    }

    private void get(Exchange exchange, Caller caller) {
        exchange.json(200, json.of(visible(exchange, caller)));
    }

    private void versions(Exchange exchange, Caller caller) {
        JsonArray shown = new JsonArray();
        templates.versionsOf(visible(exchange, caller)).forEach(version -> shown.add(versionJson.of(version)));
        exchange.json(200, shown);
    }

    private void versionByName(Exchange exchange, Caller caller) {
        String name = exchange.path("version");
        exchange.json(
                200,
                templates
                        .versionsOf(named(exchange, caller))
                        .filter(version -> version.name().equals(name))
                        .findFirst()
                        .map(versionJson::of)
                        .orElseThrow(Refusal::notFound));
    }

    private void activate(Exchange exchange, Caller caller) {
        Template template = visible(exchange, caller);
        if (!caller.managesWorkspaces()) {
            throw Refusal.notFound();
        }
        String wanted = exchange.body("UpdateActiveTemplateVersion").uuid("id");
        TemplateVersion version = templates
                .versionsOf(template)
                .filter(candidate -> candidate.id().equals(wanted))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        templates.activate(template, version);
        exchange.message(200, "Updated the active template version!");
    }

    private Template named(Exchange exchange, Caller caller) {
        requireOrganization(exchange);
        return templates
                .named(exchange.path("name"))
                .filter(template -> caller.may("template:read"))
                .orElseThrow(Refusal::notFound);
    }

    private Template visible(Exchange exchange, Caller caller) {
        return templates
                .find(exchange.uuid("template"))
                .filter(template -> caller.may("template:read"))
                .orElseThrow(Refusal::notFound);
    }

    private void requireOrganization(Exchange exchange) {
        if (!organization.isNamed(exchange.path("organization"))) {
            throw Refusal.notFound();
        }
    }
}
