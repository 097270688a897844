package dev.greenroom.standins.coder.accounts;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The organization (recorded: {@code 34-organizations} to {@code 37-organization-unknown}). */
public final class OrganizationRoutes {

    private final Authentication authentication;
    private final Users users;
    private final Organization organization;

    public OrganizationRoutes(Authentication authentication, Users users, Organization organization) {
        this.authentication = authentication;
        this.users = users;
        this.organization = organization;
    }

    public void add(Endpoints endpoints) {
        endpoints.get("/api/v2/organizations", authentication.signedIn(this::list));
        endpoints.get("/api/v2/organizations/:organization", authentication.signedIn(this::get));
        endpoints.get("/api/v2/users/:user/organizations", authentication.signedIn(this::ofUser));
    }

    private void list(Exchange exchange, Caller caller) {
        exchange.json(200, new JsonArray().add(json()));
    }

    private void get(Exchange exchange, Caller caller) {
        if (!organization.isNamed(exchange.path("organization"))) {
            throw Refusal.notFound();
        }
        exchange.json(200, json());
    }

    private void ofUser(Exchange exchange, Caller caller) {
        if (!caller.sees(users.named(exchange.path("user"), caller.user()))) {
            throw Refusal.notFound();
        }
        exchange.json(200, new JsonArray().add(json()));
    }

    private JsonObject json() {
        return new JsonObject()
                .put("id", organization.id())
                .put("name", Organization.NAME)
                .put("display_name", Organization.DISPLAY_NAME)
                .put("icon", "")
                .put("description", "Builtin default organization.")
                .put("created_at", organization.createdAt().toString())
                .put("updated_at", organization.createdAt().toString())
                .put("is_default", true)
                .put("default_org_member_roles", new JsonArray().add("organization-workspace-access"));
    }
}
