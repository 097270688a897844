package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.templates.Templates;
import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The list of workspaces: running ones first, then by owner and name (recorded: {@code 55-list-all} to
 * {@code 111-list-include-deleted}). A token without {@code template:read} gets the count, but no rows.
 */
final class ListWorkspaces {

    private final Authentication authentication;
    private final Users users;
    private final Templates templates;
    private final Organization organization;
    private final Workspaces workspaces;
    private final Builds builds;
    private final WorkspaceJson json;

    ListWorkspaces(
            Authentication authentication,
            Users users,
            Templates templates,
            Organization organization,
            Workspaces workspaces,
            Builds builds,
            WorkspaceJson json) {
        this.authentication = authentication;
        this.users = users;
        this.templates = templates;
        this.organization = organization;
        this.workspaces = workspaces;
        this.builds = builds;
        this.json = json;
    }

    void add(Endpoints endpoints) {
        endpoints.get("/api/v2/workspaces", authentication.signedIn(this::list));
    }

    private void list(Exchange exchange, Caller caller) {
        Page page = Page.of(exchange);
        WorkspaceQuery query = WorkspaceQuery.parse(
                Optional.ofNullable(exchange.query("q")).orElse(""),
                caller.user().username(),
                organization);
        List<Workspace> found = workspaces
                .undeleted()
                .filter(workspace -> caller.seesWorkspacesOf(workspace.ownerId()))
                .filter(workspace -> matches(workspace, query))
                .sorted(Comparator.comparing((Workspace workspace) ->
                                !builds.latest(workspace).isRunning())
                        .thenComparing(this::owner)
                        .thenComparing(workspace -> workspace.name().toLowerCase(Locale.ROOT)))
                .toList();
        JsonArray rows = new JsonArray();
        page.of(found).stream()
                .filter(workspace -> VisibleWorkspaces.isVisible(workspace, caller))
                .forEach(workspace -> rows.add(json.of(workspace)));
        exchange.json(200, new JsonObject().put("workspaces", rows).put("count", found.size()));
    }

    private boolean matches(Workspace workspace, WorkspaceQuery query) {
        Build latest = builds.latest(workspace);
        return isAskedOrEmpty(query.owner(), owner(workspace))
                && workspace.name().toLowerCase(Locale.ROOT).contains(query.name())
                && isAskedOrEmpty(query.template(), template(workspace))
                && isAskedOrEmpty(query.status(), latest.status())
                && (query.ids().isEmpty() || query.ids().contains(workspace.id()))
                && matchesAgents(latest, query)
                && matchesParameters(latest, query)
                && (query.outdated() == null || query.outdated() == json.isOutdated(workspace, latest))
                && !Boolean.TRUE.equals(query.dormant())
                && !Boolean.TRUE.equals(query.shared())
                && (query.usedAfter() == null || workspace.createdAt().isAfter(query.usedAfter()))
                && (query.usedBefore() == null || workspace.createdAt().isBefore(query.usedBefore()));
    }

    /** The only state that an agent of the stand-in is ever in. */
    private static boolean matchesAgents(Build latest, WorkspaceQuery query) {
        return query.agents().isEmpty() || latest.isRunning() && query.agents().contains("connecting");
    }

    private static boolean matchesParameters(Build latest, WorkspaceQuery query) {
        return query.parameters().isEmpty()
                || query.parameters().stream().anyMatch(term -> term.matches(latest.parameters()));
    }

    private static boolean isAskedOrEmpty(String asked, String actual) {
        return asked.isEmpty() || asked.equals(actual.toLowerCase(Locale.ROOT));
    }

    private String owner(Workspace workspace) {
        return users.get(workspace.ownerId()).username().toLowerCase(Locale.ROOT);
    }

    private String template(Workspace workspace) {
        return templates.find(workspace.templateId()).orElseThrow().name();
    }
}
