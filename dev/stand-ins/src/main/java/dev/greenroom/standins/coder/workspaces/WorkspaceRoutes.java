package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.User;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.Vertx;

/** Workspaces one at a time (recorded: {@code 01-create-for-me}, {@code 112-get-by-owner-and-name} to {@code 116-get-others}). */
final class WorkspaceRoutes {

    /** How long a create is between its look at the name and its insert: two calls may meet there, as in Coder. */
    private static final long INSERT_MILLIS = 3;

    private final Vertx vertx;
    private final Authentication authentication;
    private final Users users;
    private final Organization organization;
    private final CreateWorkspace createWorkspace;
    private final VisibleWorkspaces visible;
    private final WorkspaceJson json;

    WorkspaceRoutes(
            Vertx vertx,
            Authentication authentication,
            Users users,
            Organization organization,
            CreateWorkspace createWorkspace,
            VisibleWorkspaces visible,
            WorkspaceJson json) {
        this.vertx = vertx;
        this.authentication = authentication;
        this.users = users;
        this.organization = organization;
        this.createWorkspace = createWorkspace;
        this.visible = visible;
        this.json = json;
    }

    void add(Endpoints endpoints) {
        endpoints.post("/api/v2/users/:user/workspaces", authentication.signedIn(this::create));
        endpoints.post(
                "/api/v2/organizations/:organization/members/:user/workspaces",
                authentication.signedIn(this::createInOrganization));
        endpoints.get("/api/v2/users/:user/workspace/:name", authentication.signedIn(this::byName));
        endpoints.get("/api/v2/workspaces/:workspace", authentication.signedIn(this::get));
        endpoints.patch("/api/v2/workspaces/:workspace", authentication.signedIn(this::rename));
    }

    private void createInOrganization(Exchange exchange, Caller caller) {
        if (!organization.isNamed(exchange.path("organization"))) {
            throw Refusal.notFound();
        }
        create(exchange, caller);
    }

    private void create(Exchange exchange, Caller caller) {
        User owner = users.named(exchange.path("user"), caller.user());
        NewWorkspace wanted = NewWorkspace.of(exchange);
        CreateWorkspace.authorize(owner, caller);
        CreateWorkspace.Checked checked = createWorkspace.check(wanted, owner);
        vertx.setTimer(INSERT_MILLIS, timer -> {
            try {
                exchange.json(201, json.justMade(createWorkspace.insert(checked, caller)));
            } catch (Refusal refusal) {
                exchange.refuse(refusal);
            }
        });
    }

    private void get(Exchange exchange, Caller caller) {
        exchange.json(200, json.of(visible.get(exchange, caller)));
    }

    private void byName(Exchange exchange, Caller caller) {
        User owner = users.named(exchange.path("user"), caller.user());
        exchange.json(200, json.of(visible.named(owner, exchange.path("name"), caller)));
    }

    private void rename(Exchange exchange, Caller caller) {
        visible.get(exchange, caller);
        throw Refusal.of(400, "Workspace renames are not allowed.");
    }
}
