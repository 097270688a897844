package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Body;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.http.Uuids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A workspace that somebody wants, as far as it can be checked without looking at anything else (recorded:
 * {@code 13-create-name-underscore} to {@code 44-create-ttl-too-long}).
 */
record NewWorkspace(
        String name,
        String templateId,
        String versionId,
        String presetId,
        Map<String, String> parameters,
        @Nullable Long ttlMillis,
        @Nullable String autostart,
        String automaticUpdates) {

    private static final String TYPE = "CreateWorkspaceRequest";
    private static final int LONGEST_NAME = 32;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*");
    private static final Set<String> RESERVED = Set.of("new", "create");
    private static final long SHORTEST_TTL = 60_000;
    private static final long LONGEST_TTL = 30L * 24 * 60 * 60 * 1000;

    static NewWorkspace of(Exchange exchange) {
        Body body = exchange.body(TYPE);
        String autostart = body.string("autostart_schedule");
        String updates = body.string("automatic_updates");
        NewWorkspace wanted = new NewWorkspace(
                body.string("name"),
                body.uuid("template_id"),
                body.uuid("template_version_id"),
                body.uuid("template_version_preset_id"),
                parameters(body),
                body.number("ttl_ms"),
                autostart.isEmpty() ? null : autostart,
                updates.isEmpty() ? "never" : updates);
        wanted.checkFields();
        return wanted;
    }

    /** Parameter values as requests have them; the last one of a name counts. */
    static Map<String, String> parameters(Body body) {
        Map<String, String> parameters = new LinkedHashMap<>();
        body.objects("rich_parameter_values", "WorkspaceBuildParameter")
                .forEach(value -> parameters.put(value.string("name"), value.string("value")));
        return parameters;
    }

    private void checkFields() {
        Refusal refusal = Refusal.invalid();
        if (templateId.equals(Uuids.NONE) == versionId.equals(Uuids.NONE)) {
            String tag = templateId.equals(Uuids.NONE) ? "required_without" : "excluded_with";
            refusal = refusal.tag("template_id", tag, templateId).tag("template_version_id", tag, versionId);
        }
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches() || RESERVED.contains(name)) {
            refusal = refusal.tag("name", "workspace_name", name);
        }
        if (refusal.hasFields()) {
            throw refusal;
        }
    }

    /** Checked after the template was found. */
    void checkSchedule() {
        if (autostart != null) {
            WeeklySchedule.parse(autostart);
        }
        Refusal refusal = Refusal.of(400, "Invalid Workspace Time to Shutdown.");
        if (ttlMillis != null && ttlMillis != 0 && ttlMillis < SHORTEST_TTL) {
            throw refusal.field("ttl_ms", "time until shutdown must be at least one minute");
        }
        if (ttlMillis != null && ttlMillis > LONGEST_TTL) {
            throw refusal.field("ttl_ms", "time until shutdown must be less than 30 days");
        }
    }
}
