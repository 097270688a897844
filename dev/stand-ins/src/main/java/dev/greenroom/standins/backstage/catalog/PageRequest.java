package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question to {@code by-query}.
 *
 * @param limit at most so many entities; 0 only counts
 * @param count whether {@code totalItems} is wanted
 */
public record PageRequest(Cursor cursor, int limit, int offset, boolean count) {
    /** What Backstage takes where a request names no limit. */
    public static final int DEFAULT_LIMIT = 200;

    /** The first page, by query parameters. */
    public static PageRequest first(
            List<String> filter, List<String> orderField, Optional<String> term, List<String> termFields) {
        var fullText = new FullText(term.orElse(""), termFields.isEmpty() ? null : termFields);
        return first(
                FilterParameter.parse(filter).orElse(null),
                orderField.stream().map(OrderField::parse).toList(),
                fullText);
    }

    /** The first page, by a predicate. */
    public static PageRequest first(@Nullable JsonNode query, List<OrderField> orderFields) {
        return first(query, orderFields, null);
    }

    private static PageRequest first(
            @Nullable JsonNode query, List<OrderField> orderFields, @Nullable FullText fullText) {
        var cursor = new Cursor(orderFields, false, query, fullText, null, null, null);
        return new PageRequest(cursor, DEFAULT_LIMIT, 0, true);
    }

    /** A following page. */
    public static PageRequest following(String cursor) {
        return new PageRequest(Cursor.parse(cursor), DEFAULT_LIMIT, 0, false);
    }

    public PageRequest limitedTo(int entities) {
        return new PageRequest(cursor, entities, offset, count);
    }

    public PageRequest from(int first) {
        return new PageRequest(cursor, limit, first, count);
    }

    public PageRequest uncounted() {
        return new PageRequest(cursor, limit, offset, false);
    }
}
