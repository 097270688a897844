package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The query parameter {@code filter}: a comma is AND, the same key twice is one of, the parameter again is OR. */
public final class FilterParameter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FilterParameter() {}

    /**
     * Which entities the parameters let through: all where they say nothing.
     *
     * @throws InputError where a statement has no key
     */
    public static Predicate<Entity> predicate(List<String> parameters) {
        return parse(parameters)
                .map(EntityFilter::new)
                .<Predicate<Entity>>map(filter -> filter::accepts)
                .orElse(_ -> true);
    }

    /**
     * The predicate that the parameters say; empty where they say nothing.
     *
     * @throws InputError where a statement has no key
     */
    static Optional<JsonNode> parse(List<String> parameters) {
        var any = parameters.stream()
                .map(FilterParameter::statements)
                .filter(statements -> !statements.isEmpty())
                .map(FilterParameter::all)
                .toList();
        return any.isEmpty() ? Optional.empty() : Optional.of(combined("$any", any));
    }

    private static List<String> statements(String parameter) {
        return Arrays.stream(parameter.split(","))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static JsonNode all(List<String> statements) {
        var values = new LinkedHashMap<String, ArrayNode>();
        for (var statement : statements) {
            int equals = statement.indexOf('=');
            var key = (equals < 0 ? statement : statement.substring(0, equals)).strip();
            if (key.isEmpty()) {
                throw new InputError("Invalid filter, '" + statement
                        + "' is not a valid statement (expected a string on the form a=b or a= or a)");
            }
            var wanted = values.computeIfAbsent(key, any -> JSON.arrayNode());
            if (equals >= 0) {
                wanted.add(statement.substring(equals + 1).strip());
            }
        }
        return combined(
                "$all",
                values.entrySet().stream()
                        .map(e -> test(e.getKey(), e.getValue()))
                        .toList());
    }

    private static JsonNode test(String key, ArrayNode values) {
        ObjectNode test = JSON.objectNode();
        return switch (values.size()) {
            case 0 -> test.set(key, JSON.objectNode().put("$exists", true));
            case 1 -> test.set(key, values.get(0));
            default -> test.set(key, JSON.objectNode().set("$in", values));
        };
    }

    private static JsonNode combined(String word, List<? extends JsonNode> predicates) {
        return predicates.size() == 1
                ? predicates.getFirst()
                : JSON.objectNode().set(word, JSON.arrayNode().addAll(predicates));
    }
}
