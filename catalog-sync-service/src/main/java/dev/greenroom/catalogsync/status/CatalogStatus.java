package dev.greenroom.catalogsync.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the catalog is being followed.
 *
 * @param lastPass absent until a pass has ended
 * @param passes the last ones with {@code lastPass} among them, newest first
 * @param completePassStartedAt when the last pass began that read the whole catalog
 * @param ageSeconds seconds since then: how old the news may be
 * @param entities by what was last published about them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CatalogStatus(
        String deployment,
        @Nullable Pass lastPass,
        List<Pass> passes,
        @Nullable Instant completePassStartedAt,
        @Nullable Long ageSeconds,
        Entities entities) {

    /**
     * A pass.
     *
     * @param problem why it was not complete, for the operator
     * @param entities in scope, that were read
     * @param changed of those, with something new that was published
     * @param invalid of those, with a {@code spec.coder} that can't be used
     * @param withdrawn entities that left the catalog for good
     * @param heldBack entities that are missing, but too many at once to believe it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pass(
            Instant startedAt,
            Instant finishedAt,
            long durationMillis,
            PassEnd outcome,
            @Nullable String problem,
            int entities,
            int changed,
            int invalid,
            int withdrawn,
            int heldBack) {

        static Pass of(PastPass pass) {
            return new Pass(
                    pass.startedAt,
                    pass.finishedAt,
                    Duration.between(pass.startedAt, pass.finishedAt).toMillis(),
                    pass.outcome,
                    pass.problem,
                    pass.seen,
                    pass.changed,
                    pass.invalid,
                    pass.withdrawn,
                    pass.heldBack);
        }
    }

    record Entities(int published, int invalid, int withdrawn) {}

    /** @param passes newest first */
    static CatalogStatus of(String deployment, List<PastPass> passes, Clock clock) {
        var shown = passes.stream().map(Pass::of).toList();
        if (shown.isEmpty()) {
            return new CatalogStatus(deployment, null, shown, null, null, new Entities(0, 0, 0));
        }
        var last = passes.getFirst();
        var startedAt = last.completeStartedAt;
        return new CatalogStatus(
                deployment,
                shown.getFirst(),
                shown,
                startedAt,
                startedAt == null
                        ? null
                        : Duration.between(startedAt, clock.instant()).toSeconds(),
                new Entities(last.entitiesPublished, last.entitiesInvalid, last.entitiesWithdrawn));
    }
}
