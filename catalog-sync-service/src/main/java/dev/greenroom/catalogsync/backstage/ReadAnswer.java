package dev.greenroom.catalogsync.backstage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.contracts.EntityRef;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads the bodies of Backstage's answers. */
final class ReadAnswer {
    private static final int AMPLE = 50_000_000;

    /**
     * Jackson's usual bounds guard one document against its author; here an author who overstepped them would hide
     * the hundreds of entities of others on the same page.
     */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(AMPLE)
                    .maxNameLength(AMPLE)
                    .maxStringLength(AMPLE)
                    .build())
            .build());

    private ReadAnswer() {}

    static PageOutcome page(byte[] body) {
        try {
            var answer = JSON.readTree(body);
            return answer.path("items").isArray() ? page(answer) : unreadable();
        } catch (IOException e) {
            return unreadable();
        }
    }

    private static PageOutcome page(JsonNode answer) {
        var entities = StreamSupport.stream(answer.path("items").spliterator(), false)
                .flatMap(item -> ReadEntity.slim(item).stream())
                .toList();
        return new PageOutcome.Page(
                entities, answer.path("pageInfo").path("nextCursor").textValue());
    }

    /** The items stand in the places of the references; a reference that is unknown has a null in its place. */
    static EntitiesOutcome entities(List<EntityRef> refs, byte[] body) {
        try {
            var items = JSON.readTree(body).path("items");
            return items.size() == refs.size() ? entities(refs, items) : unreadable();
        } catch (IOException e) {
            return unreadable();
        }
    }

    private static EntitiesOutcome entities(List<EntityRef> refs, JsonNode items) {
        var found = new HashMap<EntityRef, BackstageEntity>();
        for (int i = 0; i < refs.size(); i++) {
            var ref = refs.get(i);
            if (!items.get(i).isNull()) {
                found.put(ref, ReadEntity.whole(items.get(i)).orElseGet(() -> nameOnly(ref)));
            }
        }
        return new EntitiesOutcome.Found(found);
    }

    private static BackstageEntity nameOnly(EntityRef ref) {
        return new BackstageEntity(new SlimEntity(ref, "", ""), null, null, false, Map.of());
    }

    private static ReadFailure unreadable() {
        return new ReadFailure.Unavailable("Backstage's answer can't be read");
    }
}
