package dev.greenroom.catalogsync.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.EntityRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads an entity as leniently as it can be read: one odd value must not cost the page it stands on. */
final class ReadEntity {
    private static final String SOURCE_LOCATION = "backstage.io/source-location";
    private static final String ORPHAN = "backstage.io/orphan";

    private ReadEntity() {}

    /** What a page says of it; empty where it can't be told which one it is. */
    static Optional<SlimEntity> slim(JsonNode entity) {
        var metadata = entity.path("metadata");
        var uid = metadata.path("uid").asText();
        return ref(entity)
                .filter(_ -> !uid.isBlank())
                .map(ref -> new SlimEntity(ref, uid, metadata.path("etag").asText()));
    }

    /** All that is used of it; empty where it can't be told which one it is. */
    static Optional<BackstageEntity> whole(JsonNode entity) {
        return slim(entity).map(slim -> whole(slim, entity));
    }

    private static BackstageEntity whole(SlimEntity slim, JsonNode entity) {
        var annotations = entity.path("metadata").path("annotations");
        return new BackstageEntity(
                slim,
                entity.path("spec").get("coder"),
                annotations.path(SOURCE_LOCATION).textValue(),
                annotations.path(ORPHAN).asText().equals("true"),
                relations(entity));
    }

    private static Optional<EntityRef> ref(JsonNode entity) {
        var metadata = entity.path("metadata");
        return parsed(() -> new EntityRef(
                entity.path("kind").asText(),
                metadata.path("namespace").asText("default"),
                metadata.path("name").asText()));
    }

    private static Map<String, List<EntityRef>> relations(JsonNode entity) {
        return StreamSupport.stream(entity.path("relations").spliterator(), false)
                .flatMap(ReadEntity::relation)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Stream<Map.Entry<String, EntityRef>> relation(JsonNode relation) {
        var target = relation.path("targetRef").asText();
        return parsed(() -> EntityRef.parse(target)).stream()
                .map(ref -> Map.entry(relation.path("type").asText(), ref));
    }

    private static <T> Optional<T> parsed(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (IllegalArgumentException noReference) {
            return Optional.empty();
        }
    }
}
