package dev.greenroom.gateway.entities;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.entities.BackstageCatalogApi.Question;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks Backstage what a user may see, and fails for nothing: what it does not say is unknown. Never blocks. The catalog
 * is that of the Backstage without a name. Users of other environments see nothing of it, and their tokens, which are
 * good at their own Backstage, are not sent to this one.
 */
@ApplicationScoped
class AskBackstage {
    private static final Logger LOG = Logger.getLogger(AskBackstage.class);

    /** So many of the longest references, which have 761 characters, are less than a body may have. */
    private static final int AT_A_TIME = 100;

    /** All that matters is whether there is anything. */
    private static final List<String> LITTLE = List.of("kind");

    private final BackstageCatalogApi backstage;

    AskBackstage(@RestClient BackstageCatalogApi backstage) {
        this.backstage = backstage;
    }

    CompletableFuture<Visibility> about(ProvenUser caller, EntityRef entity) {
        if (isOfAnotherEnvironment(caller)) {
            return CompletableFuture.completedFuture(Visibility.HIDDEN);
        }
        return backstage
                .entity(caller.authorization(), entity.kind(), entity.namespace(), entity.name())
                .map(AskBackstage::read)
                .onFailure()
                .recoverWithItem(AskBackstage::silence)
                .subscribeAsCompletionStage();
    }

    /** The same about several at once: in one question, but where they are too many. */
    CompletableFuture<Map<EntityRef, Visibility>> about(ProvenUser caller, List<EntityRef> entities) {
        if (isOfAnotherEnvironment(caller)) {
            return CompletableFuture.completedFuture(all(entities, Visibility.HIDDEN));
        }
        return Multi.createFrom()
                .items(entities.stream().gather(Gatherers.windowFixed(AT_A_TIME)))
                .onItem()
                .transformToUniAndMerge(some -> ask(caller, some))
                .collect()
                .<Map<EntityRef, Visibility>>in(HashMap::new, Map::putAll)
                .subscribeAsCompletionStage();
    }

    private static boolean isOfAnotherEnvironment(ProvenUser caller) {
        return caller.user().environment() != null;
    }

    private Uni<Map<EntityRef, Visibility>> ask(ProvenUser caller, List<EntityRef> some) {
        return backstage
                .entities(caller.authorization(), new Question(some, LITTLE))
                .map(answer -> readAll(some, answer))
                .onFailure()
                .recoverWithItem(failure -> all(some, silence(failure)));
    }

    private static Visibility read(Response answer) {
        return switch (answer.getStatus()) {
            case 200 -> Visibility.VISIBLE;
            case 403, 404 -> Visibility.HIDDEN;
            default -> refusal(answer);
        };
    }

    private static Map<EntityRef, Visibility> readAll(List<EntityRef> asked, Response answer) {
        return answer.getStatus() == 200
                ? readItems(asked, answer.readEntity(JsonNode.class).path("items"))
                : all(asked, refusal(answer));
    }

    private static Map<EntityRef, Visibility> readItems(List<EntityRef> asked, JsonNode items) {
        if (items.size() != asked.size()) {
            throw new IllegalStateException(
                    "it tells of %d where %d were asked for".formatted(items.size(), asked.size()));
        }
        return IntStream.range(0, asked.size())
                .boxed()
                .collect(Collectors.toMap(
                        asked::get, place -> items.path(place).isNull() ? Visibility.HIDDEN : Visibility.VISIBLE));
    }

    private static Map<EntityRef, Visibility> all(List<EntityRef> asked, Visibility same) {
        return asked.stream().collect(Collectors.toMap(Function.identity(), entity -> same));
    }

    private static Visibility refusal(Response answer) {
        if (answer.getStatus() == 401) {
            return Visibility.TOKEN_REFUSED;
        }
        LOG.warnf("Backstage answers for entities with %d", answer.getStatus());
        return Visibility.UNKNOWN;
    }

    private static Visibility silence(Throwable failure) {
        LOG.warnf("Backstage does not answer for entities: %s", failure);
        return Visibility.UNKNOWN;
    }
}
