package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.templates.Template;
import dev.greenroom.standins.coder.templates.Templates;
import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Workspaces as Coder shows them (recorded: {@code 01-create-for-me} to {@code 03-get-succeeded}). */
final class WorkspaceJson {

    private final Users users;
    private final Templates templates;
    private final Organization organization;
    private final Builds builds;
    private final BuildJson buildJson;
    private final Clock clock;

    WorkspaceJson(
            Users users,
            Templates templates,
            Organization organization,
            Builds builds,
            BuildJson buildJson,
            Clock clock) {
        this.users = users;
        this.templates = templates;
        this.organization = organization;
        this.builds = builds;
        this.buildJson = buildJson;
        this.clock = clock;
    }

    JsonObject justMade(Workspace workspace) {
        Build latest = builds.latest(workspace);
        return of(workspace, latest, buildJson.justMade(workspace, latest));
    }

    JsonObject of(Workspace workspace) {
        Build latest = builds.latest(workspace);
        return of(workspace, latest, buildJson.of(workspace, latest));
    }

    private JsonObject of(Workspace workspace, Build latest, JsonObject latestJson) {
        Template template = templates.find(workspace.templateId()).orElseThrow();
        JsonObject json = new JsonObject()
                .put("id", workspace.id())
                .put("created_at", workspace.createdAt().toString())
                .put("updated_at", workspace.createdAt().toString())
                .put("owner_id", workspace.ownerId())
                .put("owner_name", users.get(workspace.ownerId()).username())
                .put("owner_avatar_url", "")
                .put("organization_id", organization.id())
                .put("organization_name", Organization.NAME);
        addTemplate(json, template);
        json.put("latest_build", latestJson)
                .putNull("latest_app_status")
                .put("outdated", isOutdated(workspace, latest))
                .put("name", workspace.name());
        if (workspace.autostart() != null) {
            json.put("autostart_schedule", workspace.autostart());
        }
        if (workspace.ttlMillis() != null) {
            json.put("ttl_ms", workspace.ttlMillis());
        }
        return json.put("last_used_at", workspace.createdAt().toString())
                .putNull("deleting_at")
                .putNull("dormant_at")
                .put("health", health(latest))
                .put("automatic_updates", workspace.automaticUpdates())
                .put("allow_renames", false)
                .put("favorite", false)
                .put("next_start_at", nextStart(workspace))
                .put("is_prebuild", false)
                .putNull("task_id");
    }

    boolean isOutdated(Workspace workspace, Build latest) {
        return !templates
                .find(workspace.templateId())
                .orElseThrow()
                .activeVersionId()
                .equals(latest.versionId());
    }

    private static void addTemplate(JsonObject json, Template template) {
        json.put("template_id", template.id())
                .put("template_name", template.name())
                .put("template_display_name", template.displayName())
                .put("template_icon", template.icon())
                .put("template_allow_user_cancel_workspace_jobs", template.allowUserCancel())
                .put("template_active_version_id", template.activeVersionId())
                .put("template_require_active_version", false)
                .put("template_use_classic_parameter_flow", false);
    }

    /** An agent that never connects is not healthy. */
    private static JsonObject health(Build latest) {
        JsonArray failing = new JsonArray();
        if (latest.isRunning()) {
            failing.add(ResourceJson.agentId(latest));
        }
        return new JsonObject().put("healthy", failing.isEmpty()).put("failing_agents", failing);
    }

    private @Nullable String nextStart(Workspace workspace) {
        return workspace.autostart() == null
                ? null
                : WeeklySchedule.parse(workspace.autostart())
                        .nextAfter(clock.instant())
                        .toString();
    }
}
