package dev.greenroom.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fixed fields of AsyncAPI 3.0's objects and of its Kafka bindings 0.5.0, as far as the document uses them: a
 * misspelt field would otherwise just say nothing.
 */
final class AsyncApiFields {
    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "document", Set.of("asyncapi", "info"),
            "info", Set.of("title", "version"),
            "channel", Set.of("address", "messages"),
            "operation", Set.of("action", "channel"),
            "message", Set.of("payload"));

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "document",
            Set.of("asyncapi", "id", "info", "servers", "defaultContentType", "channels", "operations", "components"),
            "info",
            Set.of("title", "version", "description", "termsOfService", "contact", "license", "tags", "externalDocs"),
            "channel",
            Set.of("address", "messages", "title", "summary", "description", "servers", "tags", "bindings"),
            "operation",
            Set.of("action", "channel", "title", "summary", "description", "tags", "bindings", "messages", "reply"),
            "message",
            Set.of("headers", "payload", "contentType", "name", "title", "summary", "description", "tags", "bindings"),
            "channel binding",
            Set.of("topic", "partitions", "replicas", "topicConfiguration", "bindingVersion"),
            "topic configuration",
            Set.of(
                    "cleanup.policy",
                    "retention.ms",
                    "retention.bytes",
                    "delete.retention.ms",
                    "max.message.bytes",
                    // Since 0.5.0 any other setting of Kafka's may stand there, too; this one is ours.
                    "min.compaction.lag.ms"),
            "operation binding",
            Set.of("groupId", "clientId", "bindingVersion"),
            "message binding",
            Set.of("key", "schemaIdLocation", "schemaIdPayloadEncoding", "schemaLookupStrategy", "bindingVersion"));

    private final List<String> faults = new ArrayList<>();

    private AsyncApiFields() {}

    /** What is misspelt or missing, each with the kind of object in which it is. */
    static List<String> faultsOf(JsonNode document) {
        var fields = new AsyncApiFields();
        fields.check("document", document);
        fields.check("info", document.path("info"));
        document.path("channels").forEach(fields::checkChannel);
        document.path("operations").forEach(fields::checkOperation);
        document.at("/components/messages").forEach(fields::checkMessage);
        return fields.faults;
    }

    private void checkChannel(JsonNode channel) {
        check("channel", channel);
        var kafka = channel.at("/bindings/kafka");
        check("channel binding", kafka);
        check("topic configuration", kafka.path("topicConfiguration"));
    }

    private void checkOperation(JsonNode operation) {
        check("operation", operation);
        check("operation binding", operation.at("/bindings/kafka"));
        if (!Set.of("send", "receive").contains(operation.path("action").asText())) {
            faults.add("operation: action " + operation.path("action"));
        }
    }

    private void checkMessage(JsonNode message) {
        check("message", message);
        check("message binding", message.at("/bindings/kafka"));
    }

    private void check(String kind, JsonNode object) {
        for (var field : object.properties()) {
            if (!KNOWN.get(kind).contains(field.getKey())) {
                faults.add(kind + ": unknown " + field.getKey());
            }
        }
        for (var field : REQUIRED.getOrDefault(kind, Set.of())) {
            if (!object.has(field)) {
                faults.add(kind + ": no " + field);
            }
        }
    }
}
