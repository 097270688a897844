package dev.greenroom.catalogsync.backstage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.contracts.EntityRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the bodies of Backstage's answers as they come. What throws is the connection. */
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

    static PageOutcome page(InputStream body) throws IOException {
        try {
            var answer = JSON.readTree(body);
            return answer.path("items").isArray() ? page(answer) : unreadable();
        } catch (JsonProcessingException e) {
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
    static EntitiesOutcome entities(List<EntityRef> refs, InputStream body) throws IOException {
        try (var json = JSON.createParser(body)) {
            return json.nextToken() == JsonToken.START_OBJECT ? entities(refs, json) : unreadable();
        } catch (JsonProcessingException e) {
            return unreadable();
        }
    }

    private static EntitiesOutcome entities(List<EntityRef> refs, JsonParser json) throws IOException {
        EntitiesOutcome outcome = unreadable();
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            if (json.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
                outcome = items(refs, json);
            } else {
                json.skipChildren();
            }
        }
        return outcome;
    }

    private static EntitiesOutcome items(List<EntityRef> refs, JsonParser json) throws IOException {
        var found = new HashMap<EntityRef, BackstageEntity>();
        int place = 0;
        for (; json.nextToken() != JsonToken.END_ARRAY; place++) {
            var item = ReadItem.from(json);
            if (place < refs.size() && !item.isNull()) {
                var ref = refs.get(place);
                found.put(ref, ReadEntity.whole(item).orElseGet(() -> BackstageEntity.unreadable(ref)));
            }
        }
        return place == refs.size() ? new EntitiesOutcome.Found(found) : unreadable();
    }

    private static ReadFailure unreadable() {
        return new ReadFailure.Unavailable("Backstage's answer can't be read");
    }
}
