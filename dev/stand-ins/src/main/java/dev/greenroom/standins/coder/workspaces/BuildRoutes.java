package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Body;
import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.templates.Templates;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Builds (recorded: {@code 117-build-stop} to {@code 130-build-logs-after}, {@code 05-build-while-building} to {@code 12-cancel-pending-expect-status-pending}). */
final class BuildRoutes {

    private final Authentication authentication;
    private final Users users;
    private final Templates templates;
    private final Builds builds;
    private final VisibleWorkspaces visible;
    private final StartBuild startBuild;
    private final Provisioner provisioner;
    private final BuildJson json;

    BuildRoutes(
            Authentication authentication,
            Users users,
            Templates templates,
            Builds builds,
            VisibleWorkspaces visible,
            StartBuild startBuild,
            Provisioner provisioner,
            BuildJson json) {
        this.authentication = authentication;
        this.users = users;
        this.templates = templates;
        this.builds = builds;
        this.visible = visible;
        this.startBuild = startBuild;
        this.provisioner = provisioner;
        this.json = json;
    }

    void add(Endpoints endpoints) {
        endpoints.post("/api/v2/workspaces/:workspace/builds", authentication.signedIn(this::start));
        endpoints.get("/api/v2/workspaces/:workspace/builds", authentication.signedIn(this::list));
        endpoints.get("/api/v2/users/:user/workspace/:name/builds/:number", authentication.signedIn(this::byNumber));
        endpoints.get("/api/v2/workspacebuilds/:build", authentication.signedIn(this::get));
        endpoints.get("/api/v2/workspacebuilds/:build/parameters", authentication.signedIn(this::parameters));
        endpoints.get("/api/v2/workspacebuilds/:build/logs", authentication.signedIn(this::logs));
        endpoints.patch("/api/v2/workspacebuilds/:build/cancel", authentication.signedIn(this::cancel));
    }

    private void start(Exchange exchange, Caller caller) {
        Workspace workspace = visible.get(exchange, caller);
        Body body = exchange.body("CreateWorkspaceBuildRequest");
        Transition.find(body.string("transition"))
                .ifPresent(transition -> VisibleWorkspaces.requireUpdate(workspace, caller, transition));
        exchange.json(201, json.justMade(workspace, startBuild.start(workspace, body, caller)));
    }

    private void list(Exchange exchange, Caller caller) {
        Workspace workspace = visible.get(exchange, caller);
        Page page = Page.of(exchange);
        List<Build> newestFirst = builds.of(workspace).toList().reversed();
        JsonArray shown = new JsonArray();
        page.of(newestFirst).forEach(build -> shown.add(json.of(workspace, build)));
        exchange.json(200, shown);
    }

    private void byNumber(Exchange exchange, Caller caller) {
        Workspace workspace =
                visible.named(users.named(exchange.path("user"), caller.user()), exchange.path("name"), caller);
        String number = exchange.path("number");
        exchange.json(
                200,
                builds.of(workspace)
                        .filter(build -> Integer.toString(build.number()).equals(number))
                        .findFirst()
                        .map(build -> json.of(workspace, build))
                        .orElseThrow(Refusal::notFound));
    }

    private void get(Exchange exchange, Caller caller) {
        Build build = visible.build(exchange, caller);
        exchange.json(200, json.of(visible.of(build), build));
    }

    private void parameters(Exchange exchange, Caller caller) {
        JsonArray shown = new JsonArray();
        visible.build(exchange, caller)
                .parameters()
                .forEach((name, value) ->
                        shown.add(new JsonObject().put("name", name).put("value", value)));
        exchange.json(200, shown);
    }

    private void logs(Exchange exchange, Caller caller) {
        Build build = visible.build(exchange, caller);
        String after = exchange.query("after");
        exchange.json(200, BuildLog.of(build, after == null ? -1 : Long.parseLong(after)));
    }

    private void cancel(Exchange exchange, Caller caller) {
        Build build = visible.build(exchange, caller);
        boolean allowed =
                templates.find(visible.of(build).templateId()).orElseThrow().allowUserCancel();
        if (!allowed && !caller.isOwner()) {
            throw Refusal.of(403, "User is not allowed to cancel workspace builds. Owner role is required.");
        }
        if (!build.job().isActive()) {
            throw Refusal.of(400, "Job has already completed!");
        }
        if (build.job() == JobStatus.CANCELING) {
            throw Refusal.of(400, "Job has already been marked as canceled!");
        }
        String expected = exchange.query("expect_status");
        if (expected != null && !expected.equals(build.job().word())) {
            throw Refusal.of(412, "Job is not in " + expected + " state.");
        }
        provisioner.cancel(build);
        exchange.message(200, "Job has been marked as canceled...");
    }
}
