package dev.greenroom.standins.coder.templates;

import dev.greenroom.standins.coder.http.Uuids;
import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.User;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Template versions as Coder shows them (recorded: {@code 16-template-versions} to {@code 25-version-external-auth}). */
final class VersionJson {

    private final Users users;
    private final Organization organization;

    VersionJson(Users users, Organization organization) {
        this.users = users;
        this.organization = organization;
    }

    JsonObject of(TemplateVersion version) {
        User author = users.get(version.createdBy());
        return new JsonObject()
                .put("id", version.id())
                .put("template_id", version.templateId())
                .put("organization_id", organization.id())
                .put("created_at", version.createdAt().toString())
                .put("updated_at", version.createdAt().toString())
                .put("name", version.name())
                .put("message", version.message())
                .put("job", job(version))
                .put("readme", "")
                .put(
                        "created_by",
                        new JsonObject()
                                .put("id", author.id())
                                .put("username", author.username())
                                .put("name", author.name()))
                .put("archived", false)
                .put("has_external_agent", false);
    }

    private JsonObject job(TemplateVersion version) {
        return new JsonObject()
                .put("id", version.jobId())
                .put("created_at", version.createdAt().toString())
                .put("started_at", version.createdAt().toString())
                .put("completed_at", version.createdAt().toString())
                .put("status", "succeeded")
                .put("worker_id", version.workerId())
                .put("file_id", version.fileId())
                .put("tags", new JsonObject().put("owner", "").put("scope", "organization"))
                .put("queue_position", 0)
                .put("queue_size", 0)
                .put("organization_id", organization.id())
                .put("initiator_id", version.createdBy())
                .put("input", new JsonObject().put("template_version_id", version.id()))
                .put("type", "template_version_import")
                .put("metadata", noMetadata())
                .put("logs_overflowed", false);
    }

    static JsonObject noMetadata() {
        return new JsonObject()
                .put("template_version_name", "")
                .put("template_id", Uuids.NONE)
                .put("template_name", "")
                .put("template_display_name", "")
                .put("template_icon", "");
    }

    static JsonObject of(RichParameter parameter) {
        JsonObject json = new JsonObject()
                .put("name", parameter.name())
                .put("display_name", parameter.displayName())
                .put("description", parameter.description())
                .put("description_plaintext", parameter.description())
                .put("type", parameter.type())
                .put("form_type", parameter.formType())
                .put("mutable", parameter.mutable())
                .put("default_value", parameter.isRequired() ? "" : parameter.defaultValue())
                .put("icon", "")
                .put("options", options(parameter));
        putIfPresent(json, "validation_error", parameter.error());
        putIfPresent(json, "validation_regex", parameter.regex());
        putIfPresent(json, "validation_min", parameter.min());
        putIfPresent(json, "validation_max", parameter.max());
        return json.put("required", parameter.isRequired()).put("ephemeral", false);
    }

    private static JsonArray options(RichParameter parameter) {
        JsonArray options = new JsonArray();
        parameter
                .options()
                .forEach(option -> options.add(new JsonObject()
                        .put("name", option.name())
                        .put("description", "")
                        .put("value", option.value())
                        .put("icon", "")));
        return options;
    }

    /** Note the capitals. */
    static JsonObject of(Preset preset) {
        JsonArray parameters = new JsonArray();
        preset.parameters()
                .forEach((name, value) ->
                        parameters.add(new JsonObject().put("Name", name).put("Value", value)));
        return new JsonObject()
                .put("ID", preset.id())
                .put("Name", preset.name())
                .put("Parameters", parameters)
                .put("Default", preset.isDefault())
                .putNull("DesiredPrebuildInstances")
                .put("Description", preset.description())
                .put("Icon", "");
    }

    static JsonObject of(ExternalAuth auth, String url) {
        return new JsonObject()
                .put("id", auth.id())
                .put("type", auth.type())
                .put("display_name", auth.displayName())
                .put("display_icon", "/icon/" + auth.type() + ".svg")
                .put("authenticate_url", url + "/external-auth/" + auth.id())
                .put("authenticated", false)
                .put("optional", auth.optional());
    }

    private static void putIfPresent(JsonObject json, String field, @Nullable Object value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
