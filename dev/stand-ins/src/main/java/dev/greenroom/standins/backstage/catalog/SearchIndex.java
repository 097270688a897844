package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be asked of an entity: its leaf keys and their values in lower case, as Backstage's
 * {@code buildEntitySearch} lists them. A key whose value is null or too long is there, without a value.
 */
final class SearchIndex {
    private static final int LONGEST = 200;
    private static final Set<String> BY_HAND =
            Set.of("relations", "status", "metadata.name", "metadata.namespace", "metadata.uid", "metadata.etag");

    private final Map<String, TreeSet<String>> entries = new HashMap<>();

    SearchIndex(JsonNode entity) {
        visit("", entity);
        for (var field : List.of("name", "namespace", "uid")) {
            add("metadata." + field, entity.path("metadata").path(field));
        }
        for (var relation : entity.path("relations")) {
            add("relations." + relation.path("type").asText(), relation.path("targetRef"));
        }
    }

    boolean has(String key) {
        return entries.containsKey(lower(key));
    }

    boolean has(String key, String value) {
        var values = entries.get(lower(key));
        return values != null && values.contains(lower(value));
    }

    boolean contains(String key, String term) {
        var values = entries.get(lower(key));
        return values != null && values.stream().anyMatch(value -> value.contains(lower(term)));
    }

    /** The value to order by: the first of several. */
    Optional<String> first(String key) {
        var values = entries.get(lower(key));
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.first());
    }

    private void visit(String path, JsonNode value) {
        if (BY_HAND.contains(path)) {
            return;
        }
        if (value.isObject()) {
            value.properties().forEach(field -> visit(join(path, field.getKey()), field.getValue()));
        } else if (value.isArray()) {
            value.forEach(item -> visitItem(path, item));
        } else {
            add(path, value);
        }
    }

    private void visitItem(String path, JsonNode item) {
        visit(path, item);
        if (item.isTextual()) {
            entries.computeIfAbsent(lower(join(path, item.asText())), key -> new TreeSet<>())
                    .add("true");
        }
    }

    private void add(String path, JsonNode leaf) {
        var key = lower(path);
        if (leaf.isMissingNode() || key.length() > LONGEST) {
            return;
        }
        var values = entries.computeIfAbsent(key, any -> new TreeSet<>());
        if (!leaf.isNull() && leaf.asText().length() <= LONGEST) {
            values.add(lower(leaf.asText()));
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
