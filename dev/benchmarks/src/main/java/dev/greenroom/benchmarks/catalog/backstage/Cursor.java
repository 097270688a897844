package dev.greenroom.benchmarks.catalog.backstage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;

/**
 * Where a reader of pages is. As Backstage's it carries the filter, but neither {@code fields} nor {@code limit}.
 *
 * @param next the position of the next entity, or one before it
 */
record Cursor(WantedKinds query, int next) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Cursor {
        Objects.requireNonNull(query);
    }

    /** @throws InputError where the text is none of ours */
    static Cursor parse(String text) {
        try {
            return JSON.readValue(Base64.getDecoder().decode(text), Cursor.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputError("Malformed cursor");
        }
    }

    String text() {
        try {
            return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(this));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
