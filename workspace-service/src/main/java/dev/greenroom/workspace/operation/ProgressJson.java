package dev.greenroom.workspace.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.contracts.MessageCodec;

/** Writes and reads {@link Progress}. */
final class ProgressJson {

    private ProgressJson() {}

    static String write(Progress progress) {
        try {
            return MessageCodec.JSON.writeValueAsString(progress);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("progress that can't be written as JSON", e);
        }
    }

    static <P extends Progress> P read(String json, Class<P> kind) {
        try {
            return MessageCodec.JSON.readValue(json, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recorded progress that is no " + kind.getSimpleName(), e);
        }
    }
}
