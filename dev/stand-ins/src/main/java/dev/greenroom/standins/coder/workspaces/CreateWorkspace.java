package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.http.Uuids;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.templates.Preset;
import dev.greenroom.standins.coder.templates.ResolveParameters;
import dev.greenroom.standins.coder.templates.Template;
import dev.greenroom.standins.coder.templates.TemplateVersion;
import dev.greenroom.standins.coder.templates.Templates;
import dev.greenroom.standins.coder.users.User;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates a workspace with its first build, in the order of Coder's checks. */
final class CreateWorkspace {

    private static final String NOT_HERE = "You are unable to create a workspace in this organization. It is possible"
            + " to have access to the template, but not be able to create a workspace. Please contact an administrator"
            + " about your permissions if you feel this is an error.";

    private final Workspaces workspaces;
    private final Templates templates;
    private final StartBuild startBuild;
    private final Clock clock;

    CreateWorkspace(Workspaces workspaces, Templates templates, StartBuild startBuild, Clock clock) {
        this.workspaces = workspaces;
        this.templates = templates;
        this.startBuild = startBuild;
        this.clock = clock;
    }

    /** What has passed every check but the last, that the name is still free. */
    record Checked(
            Workspace workspace,
            TemplateVersion version,
            @Nullable String presetId,
            Map<String, String> parameters) {}

    static void authorize(User owner, Caller caller) {
        if (!caller.may("template:read") || !caller.may("member:read")) {
            throw Refusal.notFound();
        }
        boolean others = !owner.id().equals(caller.user().id());
        if (others && !caller.managesWorkspaces() || !caller.may("workspace:create")) {
            throw Refusal.of(403, "Unauthorized to create workspace.", NOT_HERE);
        }
        if (!caller.may("workspace:update")) {
            throw Refusal.forbidden("You do not have permission to start this workspace.");
        }
    }

    Checked check(NewWorkspace wanted, User owner) {
        TemplateVersion version = version(wanted);
        Template template = templates.find(version.templateId()).orElseThrow();
        wanted.checkSchedule();
        if (workspaces.named(owner.id(), wanted.name()).isPresent()) {
            throw Refusal.of(409, "Workspace \"" + wanted.name() + "\" already exists.")
                    .field("name", "This value is already in use and should be unique.");
        }
        Optional<Preset> preset = preset(wanted);
        Map<String, String> values = new ResolveParameters(
                        version,
                        Map.of(),
                        wanted.parameters(),
                        preset.map(Preset::parameters).orElse(Map.of()))
                .resolve();
        String presetId =
                preset.or(() -> matching(version, values)).map(Preset::id).orElse(null);
        return new Checked(workspace(wanted, owner, template), version, presetId, values);
    }

    /** Inserts what was checked, unless another call was faster (recorded: {@code concurrent-create-same-name}). */
    Workspace insert(Checked checked, Caller caller) {
        Workspace workspace = checked.workspace();
        if (workspaces.named(workspace.ownerId(), workspace.name()).isPresent()) {
            throw Refusal.of(
                    500,
                    "Internal server error",
                    "execute transaction: insert workspace: pq: duplicate key value violates unique constraint"
                            + " \"workspaces_owner_id_lower_idx\"");
        }
        workspaces.put(workspace);
        startBuild.enqueue(
                workspace,
                new StartBuild.Plan(
                        Transition.START, checked.version(), checked.presetId(), checked.parameters(), caller.user()));
        return workspace;
    }

    private TemplateVersion version(NewWorkspace wanted) {
        if (!wanted.versionId().equals(Uuids.NONE)) {
            return templates
                    .version(wanted.versionId())
                    .orElseThrow(() -> missing("Template version", wanted.versionId(), "template_version_id"));
        }
        return templates
                .find(wanted.templateId())
                .flatMap(template -> templates.version(template.activeVersionId()))
                .orElseThrow(() -> missing("Template", wanted.templateId(), "template_id"));
    }

    private static Refusal missing(String what, String id, String field) {
        return Refusal.of(400, what + " \"" + id + "\" doesn't exist.").field(field, "template not found");
    }

    private Optional<Preset> preset(NewWorkspace wanted) {
        if (wanted.presetId().equals(Uuids.NONE)) {
            return Optional.empty();
        }
        return Optional.of(templates
                .preset(wanted.presetId())
                .orElseThrow(() -> Refusal.of(
                        500,
                        "failed to fetch preset parameter values",
                        "failed to get preset parameters: sql: no rows in result set")));
    }

    /** Where no preset was named, the largest one whose values are all there is noted. */
    private static Optional<Preset> matching(TemplateVersion version, Map<String, String> values) {
        return version.presets().stream()
                .filter(preset ->
                        values.entrySet().containsAll(preset.parameters().entrySet()))
                .max(Comparator.comparing(preset -> preset.parameters().size()));
    }

    private Workspace workspace(NewWorkspace wanted, User owner, Template template) {
        Long ttl = wanted.ttlMillis();
        long millis = ttl == null ? template.defaultTtlMillis() : ttl;
        return new Workspace(
                UUID.randomUUID().toString(),
                owner.id(),
                template.id(),
                wanted.name(),
                Moments.now(clock),
                millis == 0 ? null : millis,
                wanted.autostart(),
                wanted.automaticUpdates(),
                false);
    }
}
