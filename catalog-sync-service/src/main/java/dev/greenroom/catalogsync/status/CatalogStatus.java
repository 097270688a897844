package dev.greenroom.catalogsync.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the catalog is being followed.
 *
 * @param lastPass absent until a pass has ended
 * @param completePassStartedAt when the last pass began that read the whole catalog
 * @param ageSeconds seconds since then: how old the news may be
 * @param entities by what was last published about them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CatalogStatus(
        String deployment,
        @Nullable Pass lastPass,
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

        static Pass of(LastPass pass) {
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

    static CatalogStatus none(String deployment) {
        return new CatalogStatus(deployment, null, null, null, new Entities(0, 0, 0));
    }

    static CatalogStatus of(LastPass pass, Clock clock) {
        var startedAt = pass.completeStartedAt;
        return new CatalogStatus(
                pass.deployment,
                Pass.of(pass),
                startedAt,
                startedAt == null
                        ? null
                        : Duration.between(startedAt, clock.instant()).toSeconds(),
                new Entities(pass.entitiesPublished, pass.entitiesInvalid, pass.entitiesWithdrawn));
    }
}
