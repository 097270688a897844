package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Uuids;
import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.templates.TemplateVersion;
import dev.greenroom.standins.coder.templates.Templates;
import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds as Coder shows them (recorded: {@code 117-build-stop}, {@code 127-build-by-number}, {@code 08-get-canceling}). */
final class BuildJson {

    private final Users users;
    private final Templates templates;
    private final Organization organization;
    private final Builds builds;
    private final Clock clock;

    BuildJson(Users users, Templates templates, Organization organization, Builds builds, Clock clock) {
        this.users = users;
        this.templates = templates;
        this.organization = organization;
        this.builds = builds;
        this.clock = clock;
    }

    /** A build in the answer to the call that made it: its version's name is not there yet. */
    JsonObject justMade(Workspace workspace, Build build) {
        return of(workspace, build).put("template_version_name", "");
    }

    JsonObject of(Workspace workspace, Build build) {
        String owner = users.get(workspace.ownerId()).username();
        TemplateVersion version = templates.version(build.versionId()).orElseThrow();
        Instant completed = build.completedAt();
        JsonObject json = new JsonObject()
                .put("id", build.id())
                .put("created_at", build.createdAt().toString())
                .put(
                        "updated_at",
                        (completed == null || build.error() != null ? build.createdAt() : completed).toString())
                .put("workspace_id", workspace.id())
                .put("workspace_name", workspace.name())
                .put("workspace_owner_id", workspace.ownerId())
                .put("workspace_owner_name", owner)
                .put("template_version_id", version.id())
                .put("template_version_name", version.name())
                .put("build_number", build.number())
                .put("transition", build.transition().word())
                .put("initiator_id", build.initiatorId())
                .put("initiator_name", users.get(build.initiatorId()).username())
                .put("job", job(build, version))
                .put("reason", "initiator")
                .put(
                        "resources",
                        ResourceJson.of(build, builds.latest(workspace).equals(build)))
                .put("deadline", text(deadline(workspace, build)))
                .putNull("max_deadline")
                .put("status", build.status())
                .put("daily_cost", 0)
                .put("matched_provisioners", provisioners(build))
                .put("template_version_preset_id", build.presetId());
        if (build.job() == JobStatus.SUCCEEDED) {
            json.put("has_ai_task", false).put("has_external_agent", false);
        }
        return json;
    }

    private static @Nullable Instant deadline(Workspace workspace, Build build) {
        Instant completed = build.completedAt();
        Long ttl = workspace.ttlMillis();
        return completed == null || ttl == null || build.job() != JobStatus.SUCCEEDED
                ? null
                : completed.plusMillis(ttl);
    }

    private JsonObject job(Build build, TemplateVersion version) {
        JsonObject json = new JsonObject()
                .put("id", build.jobId())
                .put("created_at", build.createdAt().toString());
        putIfPresent(json, "started_at", text(build.startedAt()));
        putIfPresent(json, "completed_at", text(build.completedAt()));
        putIfPresent(json, "canceled_at", text(build.canceledAt()));
        putIfPresent(json, "error", build.error());
        json.put("status", build.job().word());
        putIfPresent(json, "worker_id", build.startedAt() == null ? null : version.workerId());
        int position = position(build);
        return json.put("file_id", version.fileId())
                .put("tags", new JsonObject().put("owner", "").put("scope", "organization"))
                .put("queue_position", position)
                .put("queue_size", position == 0 ? 0 : queued())
                .put("organization_id", organization.id())
                .put("initiator_id", build.initiatorId())
                .put("input", new JsonObject().put("workspace_build_id", build.id()))
                .put("type", "workspace_build")
                .put(
                        "metadata",
                        new JsonObject()
                                .put("template_version_name", "")
                                .put("template_id", Uuids.NONE)
                                .put("template_name", "")
                                .put("template_display_name", "")
                                .put("template_icon", ""))
                .put("logs_overflowed", false);
    }

    /** Coder queues only what waits while all provisioners are busy; a build that was just made is at 0. */
    private int position(Build build) {
        boolean waits = build.job() == JobStatus.PENDING
                && build.createdAt().plusMillis(100).isBefore(Moments.now(clock));
        return waits
                ? (int) builds.active()
                                .filter(other -> other.job() == JobStatus.PENDING)
                                .takeWhile(other -> !other.id().equals(build.id()))
                                .count()
                        + 1
                : 0;
    }

    private int queued() {
        return (int) builds.active()
                .filter(other -> other.job() == JobStatus.PENDING)
                .count();
    }

    private JsonObject provisioners(Build build) {
        boolean pending = build.job() == JobStatus.PENDING;
        return new JsonObject()
                .put("count", pending ? 3 : 0)
                .put("available", pending ? 3 : 0)
                .put("most_recently_seen", pending ? Moments.now(clock).toString() : null);
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static void putIfPresent(JsonObject json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
