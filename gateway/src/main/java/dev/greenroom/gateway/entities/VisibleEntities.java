package dev.greenroom.gateway.entities;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.gateway.door.ProvenUser;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks Backstage which entities a user may see, and remembers its word for a while. Never blocks. */
@ApplicationScoped
class VisibleEntities {
    private final AskBackstage backstage;
    private final AsyncCache<Look, Visibility> known;

    VisibleEntities(AskBackstage backstage, EntitiesConfig config, Clock clock) {
        this.backstage = backstage;
        this.known = Caffeine.newBuilder()
                .maximumSize(config.remembered())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<Look, Visibility>writing((look, visibility) -> lifetime(visibility, config)))
                .buildAsync();
    }

    private record Look(UserRef user, EntityRef entity) {}

    private static Duration lifetime(Visibility visibility, EntitiesConfig config) {
        return switch (visibility) {
            case VISIBLE -> config.visibleFor();
            case HIDDEN -> config.hiddenFor();
            case TOKEN_REFUSED, UNKNOWN -> Duration.ZERO;
        };
    }

    CompletableFuture<Visibility> to(ProvenUser caller, EntityRef entity) {
        return known.get(new Look(caller.user(), entity), (look, executor) -> backstage.about(caller, entity));
    }

    /** Which of the entities are known to be visible, after Backstage was asked about the others all at once. */
    CompletableFuture<Set<EntityRef>> among(ProvenUser caller, Set<EntityRef> entities) {
        var looks =
                entities.stream().map(entity -> new Look(caller.user(), entity)).toList();
        return known.getAll(looks, (unknown, executor) -> ask(caller, unknown)).thenApply(VisibleEntities::visible);
    }

    private CompletableFuture<Map<Look, Visibility>> ask(ProvenUser caller, Set<? extends Look> looks) {
        return backstage
                .about(caller, looks.stream().map(Look::entity).toList())
                .thenApply(answers -> looks.stream()
                        .collect(Collectors.toMap(Function.identity(), look -> answers.get(look.entity()))));
    }

    private static Set<EntityRef> visible(Map<Look, Visibility> answers) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue() == Visibility.VISIBLE)
                .map(answer -> answer.getKey().entity())
                .collect(Collectors.toUnmodifiableSet());
    }
}
