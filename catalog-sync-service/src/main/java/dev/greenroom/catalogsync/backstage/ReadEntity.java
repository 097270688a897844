package dev.greenroom.catalogsync.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads an entity as leniently as it can be read: one odd value must not cost the page it stands on. */
final class ReadEntity {
    private static final String SOURCE_LOCATION = "backstage.io/source-location";

    private ReadEntity() {}

    /** The entity; empty where it can't be told which one it is. */
    static Optional<BackstageEntity> read(JsonNode entity) {
        var metadata = entity.path("metadata");
        var uid = metadata.path("uid").asText();
        return ref(entity).filter(_ -> !uid.isBlank()).map(ref -> read(ref, uid, entity));
    }

    private static BackstageEntity read(EntityRef ref, String uid, JsonNode entity) {
        return new BackstageEntity(
                ref,
                uid,
                entity.path("spec").get("coder"),
                entity.path("metadata")
                        .path("annotations")
                        .path(SOURCE_LOCATION)
                        .textValue(),
                relations(entity, "ownedBy", EntityRef::parse).toList(),
                relations(entity, "hasMember", text -> UserRef.of(EntityRef.parse(text)))
                        .toList());
    }

    private static Optional<EntityRef> ref(JsonNode entity) {
        var metadata = entity.path("metadata");
        return parsed(
                metadata.path("namespace").asText("default"),
                namespace -> new EntityRef(
                        entity.path("kind").asText(),
                        namespace,
                        metadata.path("name").asText()));
    }

    private static <T> Stream<T> relations(JsonNode entity, String type, Function<String, T> parse) {
        return StreamSupport.stream(entity.path("relations").spliterator(), false)
                .filter(relation -> relation.path("type").asText().equals(type))
                .flatMap(relation -> parsed(relation.path("targetRef").asText(), parse).stream());
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException noReference) {
            return Optional.empty();
        }
    }
}
