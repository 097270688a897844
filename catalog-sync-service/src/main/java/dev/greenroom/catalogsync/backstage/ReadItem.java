package dev.greenroom.catalogsync.backstage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;

/**
 * Reads an item with those of its relations that are used. A group has one for each entity that it owns, which may be
 * tens of thousands: they are dropped one by one as they come.
 */
final class ReadItem {
    private static final String RELATIONS = "relations";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReadItem() {}

    /** @param json at the first token of the item, whatever that is; after it, past the item */
    static JsonNode from(JsonParser json) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            return json.readValueAsTree();
        }
        var item = NODES.objectNode();
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            var relations = json.nextToken() == JsonToken.START_ARRAY && name.equals(RELATIONS);
            item.set(name, relations ? used(json) : json.<JsonNode>readValueAsTree());
        }
        return item;
    }

    private static JsonNode used(JsonParser json) throws IOException {
        var used = NODES.arrayNode();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonNode relation = json.readValueAsTree();
            if (BackstageEntity.RELATIONS.contains(relation.path("type").asText())) {
                used.add(relation);
            }
        }
        return used;
    }
}
