package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader of pages is. It carries filter and order, but neither {@code fields} nor {@code limit}.
 *
 * @param orderFieldValues the last row of the page that was read: its value of the order field, if any, and its uid
 * @param firstSortFieldValues the same of the first row of all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Cursor(
        List<OrderField> orderFields,
        boolean isPrevious,
        @Nullable JsonNode query,
        @Nullable FullText fullTextFilter,
        @Nullable List<String> orderFieldValues,
        @Nullable List<String> firstSortFieldValues,
        @Nullable Integer totalItems) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws InputError where the text is none of ours, with Backstage's words for a text that is not JSON */
    static Cursor parse(String text) {
        var json = new String(decoded(text), StandardCharsets.UTF_8);
        try {
            var cursor = JSON.readValue(json, Cursor.class);
            if (cursor != null && cursor.orderFields() != null && cursor.orderFieldValues() != null) {
                return cursor;
            }
        } catch (JsonProcessingException e) {
            // Falls through to the words of JavaScript's parser, by which a client may know the case.
        }
        throw new InputError("Malformed cursor: SyntaxError: Unexpected token '"
                + (json.isEmpty() ? "" : json.charAt(0)) + "', \"" + json + "\" is not valid JSON");
    }

    /** JavaScript's Buffer reads what it can and never complains. */
    private static byte[] decoded(String text) {
        var clean = text.replace('-', '+').replace('_', '/').replaceAll("[^A-Za-z0-9+/]", "");
        return Base64.getDecoder().decode(clean.length() % 4 == 1 ? clean.substring(0, clean.length() - 1) : clean);
    }

    Cursor after(List<String> last, List<String> first, int total) {
        return new Cursor(orderFields, false, query, fullTextFilter, last, first, total);
    }

    Cursor before(List<String> start, int total) {
        return new Cursor(orderFields, true, query, fullTextFilter, start, firstSortFieldValues, total);
    }

    @Override
    public String toString() {
        try {
            return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(this));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
