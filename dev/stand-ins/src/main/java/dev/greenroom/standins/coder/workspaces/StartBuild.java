package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Body;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.http.Uuids;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.templates.Preset;
import dev.greenroom.standins.coder.templates.ResolveParameters;
import dev.greenroom.standins.coder.templates.TemplateVersion;
import dev.greenroom.standins.coder.templates.Templates;
import dev.greenroom.standins.coder.users.User;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts a build of a workspace that is there (recorded: {@code 117-build-stop} to {@code 125-build-start-update-version}). */
final class StartBuild {

    private static final int LOG_LINES = 10;

    private final Builds builds;
    private final Templates templates;
    private final Provisioner provisioner;
    private final Clock clock;

    StartBuild(Builds builds, Templates templates, Provisioner provisioner, Clock clock) {
        this.builds = builds;
        this.templates = templates;
        this.provisioner = provisioner;
        this.clock = clock;
    }

    /** What a build is to be. */
    record Plan(
            Transition transition,
            TemplateVersion version,
            @Nullable String presetId,
            Map<String, String> parameters,
            User initiator) {}

    Build start(Workspace workspace, Body body, Caller caller) {
        String word = body.string("transition");
        String versionId = body.uuid("template_version_id");
        Map<String, String> given = NewWorkspace.parameters(body);
        String presetId = body.uuid("template_version_preset_id");
        Transition transition =
                Transition.find(word).orElseThrow(() -> Refusal.invalid().tag("transition", "oneof", word));
        Build latest = builds.latest(workspace);
        if (latest.job().isActive()) {
            throw Refusal.of(409, "A workspace build is already active.", "A workspace build is already active.");
        }
        TemplateVersion version = version(workspace, versionId.equals(Uuids.NONE) ? latest.versionId() : versionId);
        Map<String, String> values = transition == Transition.START
                ? new ResolveParameters(version, latest.parameters(), given, presetValues(presetId)).resolve()
                : latest.parameters();
        return enqueue(
                workspace,
                new Plan(
                        transition,
                        version,
                        presetId.equals(Uuids.NONE) ? latest.presetId() : presetId,
                        values,
                        caller.user()));
    }

    Build enqueue(Workspace workspace, Plan plan) {
        return provisioner.enqueue(new Build(
                UUID.randomUUID().toString(),
                workspace.id(),
                (int) builds.of(workspace).count() + 1,
                plan.transition(),
                plan.version().id(),
                plan.presetId(),
                plan.initiator().id(),
                plan.parameters(),
                UUID.randomUUID().toString(),
                1L + LOG_LINES * builds.count(),
                Moments.now(clock),
                null,
                null,
                null,
                null));
    }

    private TemplateVersion version(Workspace workspace, String id) {
        return templates
                .version(id)
                .filter(version -> version.templateId().equals(workspace.templateId()))
                .orElseThrow(() -> Refusal.of(400, "Template version not found.")
                        .field("template_version_id", "template version not found"));
    }

    private Map<String, String> presetValues(String presetId) {
        return templates.preset(presetId).map(Preset::parameters).orElse(Map.of());
    }
}
