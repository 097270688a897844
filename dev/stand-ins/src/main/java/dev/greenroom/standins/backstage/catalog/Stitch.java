package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** Makes what the catalog answers of what an author wrote. */
final class Stitch {
    private static final List<String> SORTED =
            List.of("providesApis", "consumesApis", "dependsOn", "dependencyOf", "memberOf", "children", "members");

    private Stitch() {}

    static Entity entity(Registered registered, Collection<Relation> relations) {
        ObjectNode json = registered.document().deepCopy();
        json.set("metadata", metadata(registered));
        SORTED.forEach(field -> sort(json.path("spec"), field));
        var shown = json.putArray("relations");
        relations.forEach(relation -> shown.addObject()
                .put("type", relation.type())
                .put("targetRef", relation.target().toString()));
        if (registered.problem() != null) {
            json.set("status", status(registered.problem()));
        }
        var etag = StableHash.of(json);
        json.withObjectProperty("metadata").put("uid", registered.uid()).put("etag", etag);
        return new Entity(registered.ref(), registered.uid(), json, new SearchIndex(json));
    }

    private static ObjectNode metadata(Registered registered) {
        ObjectNode metadata = registered.document().path("metadata").deepCopy();
        if (!metadata.has("namespace")) {
            metadata.put("namespace", Ref.DEFAULT_NAMESPACE);
        }
        var location = "file:" + registered.file();
        metadata.withObjectProperty("annotations")
                .put("backstage.io/managed-by-location", location)
                .put("backstage.io/managed-by-origin-location", location);
        return metadata;
    }

    private static void sort(JsonNode spec, String field) {
        if (!spec.path(field).isArray()) {
            return;
        }
        var sorted = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(spec.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .forEach(sorted::add);
        ((ObjectNode) spec).set(field, sorted);
    }

    private static ObjectNode status(String problem) {
        var status = JsonNodeFactory.instance.objectNode();
        var item = status.putArray("items")
                .addObject()
                .put("type", "backstage.io/catalog-processing")
                .put("level", "error")
                .put("message", "InputError: " + problem);
        item.putObject("error").put("name", "InputError").put("message", problem);
        return status;
    }
}
