package dev.greenroom.workspace.coder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace as Coder's API shows it, cut to what is used. */
public record CoderWorkspace(
        UUID id,
        String name,
        @JsonProperty("owner_name") String ownerName,
        @JsonProperty("template_name") String templateName,
        @JsonProperty("created_at") Instant createdAt,
        boolean outdated,
        Health health,
        @JsonProperty("latest_build") Build latestBuild) {

    public record Health(boolean healthy) {}

    /**
     * One start, stop or delete.
     *
     * @param number from 1
     * @param transition {@code start}, {@code stop} or {@code delete}
     * @param status of the workspace while this is its latest build
     */
    public record Build(
            UUID id, @JsonProperty("build_number") long number, String transition, String status, Job job) {}

    /**
     * The provisioner's part of a build.
     *
     * @param status {@code pending}, {@code running}, {@code succeeded}, {@code canceling}, {@code canceled},
     *     {@code failed} or {@code unknown}
     * @param error what failed; a failed build is no HTTP error
     */
    public record Job(String status, @Nullable String error) {

        public boolean succeeded() {
            return status.equals("succeeded");
        }

        /** Whether it is over, well or not. */
        public boolean settled() {
            return succeeded() || status.equals("failed") || status.equals("canceled");
        }
    }

    public boolean beingDeleted() {
        return latestBuild.transition().equals("delete");
    }
}
