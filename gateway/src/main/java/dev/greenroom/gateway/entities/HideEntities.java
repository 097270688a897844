package dev.greenroom.gateway.entities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.gateway.door.ProvenUser;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Takes out of an answer the names of entities that Backstage would not show to the caller. A workspace has the names
 * of all entities of its repository, which may be more than its owner may know of.
 */
@ApplicationScoped
public class HideEntities {
    private static final String NAMES = "entityRefs";

    private final VisibleEntities visible;

    HideEntities(VisibleEntities visible) {
        this.visible = visible;
    }

    /**
     * What is left of the answer, which is changed. Where Backstage does not say who may see an entity its name is taken
     * out too: an outage of Backstage is no reason to show nothing.
     */
    public CompletionStage<ObjectNode> in(ObjectNode answer, ProvenUser caller) {
        var lists = answer.findValues(NAMES).stream()
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .toList();
        return visible.among(caller, named(lists)).thenApply(shown -> {
            lists.forEach(names -> names.removeIf(name -> !shown.contains(read(name))));
            return answer;
        });
    }

    private static Set<EntityRef> named(List<ArrayNode> lists) {
        return lists.stream()
                .flatMap(names -> StreamSupport.stream(names.spliterator(), false))
                .map(HideEntities::read)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static EntityRef read(JsonNode name) {
        return EntityRef.parse(name.asText());
    }
}
