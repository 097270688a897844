package dev.greenroom.gateway.entities;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keeps what is known about an entity from those to whom Backstage would not show it. */
@ApplicationScoped
public class GuardEntities {
    private final VisibleEntities visible;
    private final EntitiesConfig config;

    GuardEntities(VisibleEntities visible, EntitiesConfig config) {
        this.visible = visible;
        this.config = config;
    }

    /** What to answer instead, where the caller may not know about the entity or Backstage does not say. */
    public CompletionStage<Optional<HttpProblem>> refusal(ProvenUser caller, EntityRef entity) {
        return visible.to(caller, entity).thenApply(this::refusal);
    }

    /** The answer for an entity that there is not, and for one that the caller may not see. */
    public static HttpProblem notFound() {
        return Problem.of(404, "entity-not-found", "There is no such entity, or the caller may not see it.");
    }

    private Optional<HttpProblem> refusal(Visibility visibility) {
        return switch (visibility) {
            case VISIBLE -> Optional.empty();
            case HIDDEN -> Optional.of(notFound());
            case TOKEN_REFUSED -> Optional.of(Problem.unauthenticated());
            case UNKNOWN ->
                Optional.of(Problem.unavailable(
                        "service-unavailable",
                        "Backstage does not say now whether the caller may see the entity.",
                        config.retryAfter()));
        };
    }
}
