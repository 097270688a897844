package dev.greenroom.workspace.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.greenroom.contracts.MessageCodec;

/** What this service alone writes into a column as JSON, and reads again: it is always as it was written. */
public final class StoredJson {

    private StoredJson() {}

    public static String write(Object value) {
        try {
            return MessageCodec.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a " + value.getClass().getSimpleName() + " that can't be written as JSON", e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MessageCodec.JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recorded JSON that is no " + type.getSimpleName(), e);
        }
    }

    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MessageCodec.JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recorded JSON that is no " + type.getType(), e);
        }
    }
}
