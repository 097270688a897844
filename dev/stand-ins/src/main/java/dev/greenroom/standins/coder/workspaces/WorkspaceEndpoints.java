package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.steering.Settings;
import dev.greenroom.standins.coder.templates.Templates;
import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.Vertx;
import java.time.Clock;

/** All routes of workspaces and builds, put together. */
public final class WorkspaceEndpoints {

    private final Vertx vertx;
    private final Authentication authentication;
    private final Users users;
    private final Templates templates;
    private final Organization organization;
    private final Settings settings;
    private final Clock clock;

    public WorkspaceEndpoints(
            Vertx vertx,
            Authentication authentication,
            Users users,
            Templates templates,
            Organization organization,
            Settings settings,
            Clock clock) {
        this.vertx = vertx;
        this.authentication = authentication;
        this.users = users;
        this.templates = templates;
        this.organization = organization;
        this.settings = settings;
        this.clock = clock;
    }

    /** Adds the routes, and goes on with the builds that the journal says are not done. */
    public void add(Endpoints endpoints, Journal journal) {
        Workspaces workspaces = new Workspaces(journal);
        Builds builds = new Builds(journal);
        Changes changes = new Changes();
        Provisioner provisioner = new Provisioner(vertx, builds, workspaces, templates, changes, settings, clock);
        StartBuild startBuild = new StartBuild(builds, templates, provisioner, clock);
        VisibleWorkspaces visible = new VisibleWorkspaces(workspaces, builds);
        BuildJson buildJson = new BuildJson(users, templates, organization, builds, clock);
        WorkspaceJson json = new WorkspaceJson(users, templates, organization, builds, buildJson, clock);
        new WorkspaceRoutes(
                        vertx,
                        authentication,
                        users,
                        organization,
                        new CreateWorkspace(workspaces, templates, startBuild, clock),
                        visible,
                        json)
                .add(endpoints);
        new BuildRoutes(authentication, users, templates, builds, visible, startBuild, provisioner, buildJson)
                .add(endpoints);
        new ListWorkspaces(authentication, users, templates, organization, workspaces, builds, json).add(endpoints);
        new WatchRoutes(vertx, authentication, visible, workspaces, changes, json).add(endpoints);
        provisioner.resume();
    }
}
