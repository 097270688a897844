package dev.greenroom.standins.coder.workspaces;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a build's provisioner wrote (recorded: {@code 128-build-logs}, {@code 49-build-logs-failed}). */
final class BuildLog {

    private final Build build;
    private final long after;
    private final JsonArray lines = new JsonArray();
    private long nextId;

    private BuildLog(Build build, long after) {
        this.build = build;
        this.after = after;
        this.nextId = build.firstLogId();
    }

    /** The lines with a higher id than {@code after}. */
    static JsonArray of(Build build, long after) {
        BuildLog log = new BuildLog(build, after);
        if (build.startedAt() != null) {
            log.write(build.startedAt());
        }
        return log.lines;
    }

    private void write(Instant started) {
        String stage = build.transition().stage();
        add(started, "provisioner_daemon", "Setting up", "");
        add(started, "provisioner", "Initializing Terraform Directory", "Initializing provider plugins...");
        add(started, "provisioner_daemon", stage, "");
        add(started, "provisioner", stage, "docker_container.workspace: Creating...");
        if (build.job() == JobStatus.SUCCEEDED) {
            add(started, "provisioner", stage, "Apply complete! Resources: 1 added, 0 changed, 0 destroyed.");
        }
        if (build.completedAt() != null) {
            add(build.completedAt(), "provisioner_daemon", "Cleaning Up", "");
        }
    }

    private void add(Instant time, String source, String stage, String output) {
        long id = nextId++;
        if (id > after) {
            lines.add(new JsonObject()
                    .put("id", id)
                    .put("created_at", time.truncatedTo(ChronoUnit.MILLIS).toString())
                    .put("log_source", source)
                    .put("log_level", "info")
                    .put("stage", stage)
                    .put("output", output));
        }
    }
}
