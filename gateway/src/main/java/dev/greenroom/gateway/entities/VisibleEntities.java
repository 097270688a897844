package dev.greenroom.gateway.entities;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.gateway.door.ProvenUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks Backstage whether a user may see an entity, and remembers its word for a while. Never blocks. */
@ApplicationScoped
class VisibleEntities {
    private static final Logger LOG = Logger.getLogger(VisibleEntities.class);

    private final BackstageCatalogApi backstage;
    private final AsyncCache<Look, Visibility> known;

    VisibleEntities(@RestClient BackstageCatalogApi backstage, EntitiesConfig config, Clock clock) {
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
        return known.get(new Look(caller.user(), entity), (look, executor) -> ask(caller, entity));
    }

    private CompletableFuture<Visibility> ask(ProvenUser caller, EntityRef entity) {
        return backstage
                .entity(caller.authorization(), entity.kind(), entity.namespace(), entity.name())
                .map(VisibleEntities::read)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Backstage does not answer for an entity: %s", failure);
                    return Visibility.UNKNOWN;
                })
                .subscribeAsCompletionStage();
    }

    private static Visibility read(Response answer) {
        return switch (answer.getStatus()) {
            case 200 -> Visibility.VISIBLE;
            case 403, 404 -> Visibility.HIDDEN;
            case 401 -> Visibility.TOKEN_REFUSED;
            default -> {
                LOG.warnf("Backstage answers for an entity with %d", answer.getStatus());
                yield Visibility.UNKNOWN;
            }
        };
    }
}
