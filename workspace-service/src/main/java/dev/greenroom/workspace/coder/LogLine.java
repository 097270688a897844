package dev.greenroom.workspace.coder;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A line of a build's log (recorded: {@code 49-build-logs-failed}). It may hold what a template's author prints: it is for
 * the owner, and for no log of ours.
 *
 * @param createdAt ISO 8601, as Coder writes it
 * @param level such as {@code info} or {@code error}
 * @param output empty where a stage begins
 */
public record LogLine(
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("log_level") String level,
        String stage,
        @Nullable String output) {

    @Override
    public String toString() {
        return "LogLine[…]";
    }
}
