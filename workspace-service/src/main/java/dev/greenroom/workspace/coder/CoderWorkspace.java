package dev.greenroom.workspace.coder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace as Coder's API shows it, cut to what is used. */
public record CoderWorkspace(
        UUID id,
        String name,
        @JsonProperty("owner_id") UUID ownerId,
        @JsonProperty("owner_name") String ownerName,
        @JsonProperty("template_name") String templateName,
        @JsonProperty("template_active_version_id") UUID activeVersionId,
        @JsonProperty("created_at") Instant createdAt,
        boolean outdated,
        Health health,
        @JsonProperty("latest_build") Build latestBuild) {

    public record Health(boolean healthy) {}

    /**
     * One start, stop or delete.
     *
     * @param number from 1
     * @param initiatorId the user whose token began it
     * @param transition Coder's word of a {@link Transition}
     * @param status of the workspace while this is its latest build
     */
    public record Build(
            UUID id,
            @JsonProperty("build_number") long number,
            @JsonProperty("template_version_id") UUID templateVersionId,
            @JsonProperty("initiator_id") UUID initiatorId,
            String transition,
            String status,
            Job job) {

        public boolean isA(Transition wanted) {
            return transition.equals(wanted.word());
        }
    }

    /**
     * The provisioner's part of a build.
     *
     * @param status {@code pending}, {@code running}, {@code succeeded}, {@code canceling}, {@code canceled},
     *     {@code failed} or {@code unknown}
     * @param error what failed; a failed build is no HTTP error
     * @param canceledAt when somebody asked for its end; null where nobody did
     */
    public record Job(
            String status,
            @Nullable String error,
            @JsonProperty("canceled_at") @Nullable Instant canceledAt) {

        public boolean succeeded() {
            return status.equals("succeeded");
        }

        /** Whether it is over, well or not. */
        public boolean settled() {
            return succeeded() || status.equals("failed") || status.equals("canceled");
        }

        /** Whether somebody has asked for its end. One that ran ends as {@code failed} by it, one that waited as {@code canceled}. */
        public boolean cancelAsked() {
            return canceledAt != null;
        }
    }

    public boolean beingDeleted() {
        return latestBuild.isA(Transition.DELETE);
    }

    /** Whether it is there, as the last build has made it, and that was such a one. */
    public boolean isAfter(Transition transition) {
        return latestBuild.isA(transition) && latestBuild.job().succeeded();
    }
}
