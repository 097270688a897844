package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.state.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One build of a workspace.
 *
 * @param number counts the workspace's builds from 1
 * @param jobId of the provisioner's job, from which the ids of the build's resources follow
 * @param firstLogId what the lines of the build's log are counted from, over all builds
 */
public record Build(
        String id,
        String workspaceId,
        int number,
        Transition transition,
        String versionId,
        @Nullable String presetId,
        String initiatorId,
        Map<String, String> parameters,
        String jobId,
        long firstLogId,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant canceledAt,
        @Nullable Instant completedAt,
        @Nullable String error)
        implements Row {

    public Build {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    JobStatus job() {
        if (completedAt != null) {
            return error != null ? JobStatus.FAILED : canceledAt != null ? JobStatus.CANCELED : JobStatus.SUCCEEDED;
        }
        if (canceledAt != null) {
            return JobStatus.CANCELING;
        }
        return startedAt == null ? JobStatus.PENDING : JobStatus.RUNNING;
    }

    /** What the workspace is, in Coder's word. */
    String status() {
        return transition.status(job());
    }

    boolean isRunning() {
        return transition == Transition.START && job() == JobStatus.SUCCEEDED;
    }

    /** An id of something that the build made, the same whenever it is asked for. */
    String idOf(String thing) {
        return UUID.nameUUIDFromBytes((jobId + thing).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Build started(Instant now) {
        return with(now, canceledAt, completedAt, error);
    }

    Build canceled(Instant now) {
        return with(startedAt, now, startedAt == null ? now : null, null);
    }

    Build completed(Instant now, @Nullable String problem) {
        return with(startedAt, canceledAt, now, problem);
    }

    private Build with(
            @Nullable Instant started,
            @Nullable Instant canceled,
            @Nullable Instant completed,
            @Nullable String problem) {
        return new Build(
                id,
                workspaceId,
                number,
                transition,
                versionId,
                presetId,
                initiatorId,
                parameters,
                jobId,
                firstLogId,
                createdAt,
                started,
                canceled,
                completed,
                problem);
    }
}
