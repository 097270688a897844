package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An entity as its author last wrote it soundly.
 *
 * @param uid what it got when it first appeared, and loses only by going away
 * @param file the absolute path of the file that has it
 * @param problem why a later edit of it was refused; none while the last edit is the one shown
 */
record Registered(
        Ref ref,
        String uid,
        String file,
        JsonNode document,
        @Nullable String problem) {
    Registered refused(String reason) {
        return new Registered(ref, uid, file, document, reason);
    }
}
