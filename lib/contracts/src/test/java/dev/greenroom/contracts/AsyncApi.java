package dev.greenroom.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds its way in the AsyncAPI document. */
record AsyncApi(JsonNode document) {

    JsonNode configuration(String topicName) {
        return channel(topicName).at("/bindings/kafka/topicConfiguration");
    }

    JsonNode channel(String topicName) {
        return stream(document.path("channels"))
                .filter(channel -> channel.path("address").asText().equals(topicName))
                .findFirst()
                .orElseThrow();
    }

    /** Those that a service of Greenroom reads, and may give up records of. */
    List<Topic> topicsWithReaders() {
        return Arrays.stream(Topic.values())
                .filter(topic -> operations("receive", channel(topic.topicName()))
                        .findAny()
                        .isPresent())
                .toList();
    }

    JsonNode message(String type) {
        return stream(document.at("/components/messages"))
                .filter(message -> message.path("name").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    Stream<JsonNode> operations(String action, JsonNode channel) {
        return stream(document.path("operations"))
                .filter(operation -> operation.path("action").asText().equals(action))
                .filter(operation -> resolved(operation.path("channel")).equals(channel));
    }

    static String service(JsonNode operation) {
        return operation.at("/tags/0/name").asText();
    }

    JsonNode resolved(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    static Stream<JsonNode> stream(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false);
    }

    static Set<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }
}
