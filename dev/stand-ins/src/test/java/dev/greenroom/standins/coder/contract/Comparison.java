package dev.greenroom.standins.coder.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.greenroom.standins.recordings.JsonDifferences;
import dev.greenroom.standins.recordings.Recording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Compares a whole answer with a recorded one: status, body, and the headers that mean something to clients. */
final class Comparison {

    private static final Set<String> HEADERS = Set.of(
            "content-type",
            "location",
            "www-authenticate",
            "retry-after",
            "allow",
            "x-ratelimit-limit",
            "x-frame-options");

    private Comparison() {}

    /**
     * A line for each difference.
     *
     * @param expected the recorded body, or what the test has made of it
     */
    static List<String> between(Recording recorded, JsonNode expected, Answer answer, Bindings bindings) {
        List<String> differences = new ArrayList<>();
        if (recorded.status() != answer.status()) {
            differences.add("status: recorded " + recorded.status() + ", answered " + answer.status());
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(recorded.responseHeaders());
        for (String header : HEADERS) {
            String was = headers.getOrDefault(header, "");
            String is = answer.headers().firstValue(header).orElse("");
            if (!bindings.alike(was, is)) {
                differences.add(header + ": recorded " + was + ", answered " + is);
            }
        }
        differences.addAll(JsonDifferences.between(sorted(expected), sorted(answer.body()), bindings));
        return differences;
    }

    /** Coder gives the parameter values of a build in no order. */
    private static JsonNode sorted(JsonNode body) {
        boolean areParameters = body.isArray()
                && !body.isEmpty()
                && body.get(0).has("value")
                && body.get(0).size() == 2;
        if (!areParameters) {
            return body;
        }
        ArrayNode sorted = Coder.JSON.createArrayNode();
        StreamSupport.stream(body.spliterator(), false)
                .sorted(Comparator.comparing(value -> value.get("name").asText()))
                .forEach(sorted::add);
        return sorted;
    }
}
