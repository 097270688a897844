package dev.greenroom.standins.coder.templates;

import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Templates as Coder shows them (recorded: {@code 12-template-get}). */
final class TemplateJson {

    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Users users;
    private final Organization organization;

    TemplateJson(Users users, Organization organization) {
        this.users = users;
        this.organization = organization;
    }

    JsonObject of(Template template) {
        JsonObject json = new JsonObject()
                .put("id", template.id())
                .put("created_at", template.createdAt().toString())
                .put("updated_at", template.createdAt().toString())
                .put("organization_id", organization.id())
                .put("organization_name", Organization.NAME)
                .put("organization_display_name", Organization.DISPLAY_NAME)
                .put("organization_icon", "")
                .put("name", template.name())
                .put("display_name", template.displayName())
                .put("provisioner", "echo")
                .put("active_version_id", template.activeVersionId())
                .put("active_user_count", 0)
                .put("build_time_stats", buildTimes())
                .put("description", template.description())
                .put("deprecated", false)
                .put("deprecation_message", "")
                .put("deleted", false)
                .put("icon", template.icon());
        addSchedule(json, template);
        return json.put("created_by_id", template.createdBy())
                .put("created_by_name", users.get(template.createdBy()).username())
                .put("allow_user_autostart", true)
                .put("allow_user_autostop", true)
                .put("allow_user_cancel_workspace_jobs", template.allowUserCancel())
                .put("failure_ttl_ms", 0)
                .put("time_til_dormant_ms", 0)
                .put("time_til_dormant_autodelete_ms", 0)
                .put("require_active_version", false)
                .put("max_port_share_level", "public")
                .put("cors_behavior", "simple")
                .put("use_classic_parameter_flow", false)
                .put("disable_module_cache", false);
    }

    private static void addSchedule(JsonObject json, Template template) {
        json.put("default_ttl_ms", template.defaultTtlMillis())
                .put("activity_bump_ms", 3_600_000)
                .put("time_til_autostop_notify_ms", 0)
                .put(
                        "autostop_requirement",
                        new JsonObject().put("days_of_week", new JsonArray()).put("weeks", 1))
                .put("autostart_requirement", new JsonObject().put("days_of_week", new JsonArray(DAYS)));
    }

    private static JsonObject buildTimes() {
        JsonObject times = new JsonObject();
        for (String transition : List.of("delete", "start", "stop")) {
            times.put(transition, new JsonObject().putNull("P50").putNull("P95"));
        }
        return times;
    }
}
