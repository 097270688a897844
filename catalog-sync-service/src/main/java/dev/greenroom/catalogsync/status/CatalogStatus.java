package dev.greenroom.catalogsync.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the catalog is being followed.
 *
 * @param lastPass absent until a pass has ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How Backstage's catalog is being followed")
record CatalogStatus(
        String deployment,

        @Schema(description = "Absent until a pass has ended") @Nullable Pass lastPass,

        @Schema(description = "When the last pass began that read the whole catalog") @Nullable Instant completeAt,

        @Schema(description = "Seconds since completeAt: how old the news may be") @Nullable Long lagSeconds,

        Entities entities) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CatalogPass")
    record Pass(
            Instant startedAt,
            Instant finishedAt,
            long durationMillis,
            PassEnd outcome,

            @Schema(description = "Why it was not complete, for the operator") @Nullable String problem,

            @Schema(description = "Entities in scope that were read")
            int entities,

            @Schema(description = "Of those, with something new that was published")
            int changed,

            @Schema(description = "Of those, with a spec.coder that can't be used")
            int invalid,

            @Schema(description = "Entities that left the catalog for good")
            int withdrawn,

            @Schema(description = "Entities that are missing, but too many at once to believe it")
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

    @Schema(name = "CatalogEntities", description = "Entities by what was last published about them")
    record Entities(int published, int invalid, int withdrawn) {}

    static CatalogStatus none(String deployment) {
        return new CatalogStatus(deployment, null, null, null, new Entities(0, 0, 0));
    }

    static CatalogStatus of(LastPass pass, Clock clock) {
        var completeAt = pass.completeAt;
        return new CatalogStatus(
                pass.deployment,
                Pass.of(pass),
                completeAt,
                completeAt == null
                        ? null
                        : Duration.between(completeAt, clock.instant()).toSeconds(),
                new Entities(pass.entitiesPublished, pass.entitiesInvalid, pass.entitiesWithdrawn));
    }
}
