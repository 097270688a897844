package dev.greenroom.workspace.coder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
            Job job,
            @Nullable List<Resource> resources) {

        /** What runs in the workspace while this is its latest build, by name. */
        public List<Agent> agents() {
            return Stream.ofNullable(resources)
                    .flatMap(List::stream)
                    .flatMap(resource -> Stream.ofNullable(resource.agents()).flatMap(List::stream))
                    .sorted(Comparator.comparing(Agent::name))
                    .toList();
        }

        public boolean isA(Transition wanted) {
            return transition.equals(wanted.word());
        }
    }

    /** What a build has made, such as a container; an empty list is {@code null}. */
    public record Resource(@Nullable List<Agent> agents) {}

    public record Agent(
            String name,
            String status,
            @JsonProperty("lifecycle_state") String lifecycleState,
            @Nullable List<App> apps) {}

    /**
     * What an agent offers to open (recorded: {@code 118-watch-sse}).
     *
     * @param url of an external app, where it is; of others, where the agent finds it
     * @param external whether it is somewhere else than in the workspace
     * @param subdomain whether Coder serves it at a subdomain of its own, and not below its own address
     * @param hidden whether Coder's own pages leave it out
     */
    public record App(
            String slug,
            @JsonProperty("display_name") @Nullable String displayName,
            @Nullable String url,
            boolean external,
            boolean subdomain,
            String health,
            boolean hidden) {}

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
