package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A predicate in Backstage's query language: {@code {"kind": "component", "spec.owner": {"$exists": true}}}.
 *
 * @param predicate {@code $all}, {@code $any}, {@code $not}; for a key a value, {@code $exists} or {@code $in}
 */
record EntityFilter(JsonNode predicate) {
    /** @throws InputError where the predicate uses a word that is not listed above */
    boolean accepts(Entity entity) {
        return accepts(predicate, entity.index());
    }

    private static boolean accepts(JsonNode predicate, SearchIndex index) {
        return predicate.properties().stream().allMatch(condition -> accepts(condition, index));
    }

    private static boolean accepts(Map.Entry<String, JsonNode> condition, SearchIndex index) {
        var value = condition.getValue();
        return switch (condition.getKey()) {
            case "$all" -> StreamSupport.stream(value.spliterator(), false).allMatch(each -> accepts(each, index));
            case "$any" -> StreamSupport.stream(value.spliterator(), false).anyMatch(each -> accepts(each, index));
            case "$not" -> !accepts(value, index);
            case String key
            when value.isObject() -> value.properties().stream().allMatch(test -> passes(key, test, index));
            case String key -> index.has(key, value.asText());
        };
    }

    private static boolean passes(String key, Map.Entry<String, JsonNode> test, SearchIndex index) {
        return switch (test.getKey()) {
            case "$exists" -> index.has(key) == test.getValue().asBoolean();
            case "$in" ->
                StreamSupport.stream(test.getValue().spliterator(), false)
                        .anyMatch(value -> index.has(key, value.asText()));
            default -> throw new InputError("Invalid query: the stand-in doesn't know " + test.getKey());
        };
    }
}
