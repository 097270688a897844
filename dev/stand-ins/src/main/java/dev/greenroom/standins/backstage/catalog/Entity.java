package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * An entity as the catalog answers it, with uid, etag and relations.
 *
 * @param json not to be changed: every answer shares it
 */
public record Entity(Ref ref, String uid, ObjectNode json, SearchIndex index) {
    /** The references at the ends of its relations of one type. */
    public List<String> related(String type) {
        return StreamSupport.stream(json.path("relations").spliterator(), false)
                .filter(relation -> relation.path("type").asText().equals(type))
                .map(relation -> relation.path("targetRef"))
                .map(JsonNode::asText)
                .toList();
    }
}
