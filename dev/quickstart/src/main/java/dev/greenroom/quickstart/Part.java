package dev.greenroom.quickstart;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One process, as it is to be started.
 *
 * @param needs the parts that must be ready, and the errands that must be done, first
 * @param environment beside the launcher's own; secrets are given here or in files, never as arguments
 * @param settings what is written for it to read, right before it starts: what it needs may have had a say in them
 * @param ready answers with 2xx once the part is well; Kafka and PostgreSQL print a line instead
 */
record Part(
        String name,
        List<String> needs,
        List<String> command,
        Map<String, String> environment,
        Path workingFolder,
        Supplier<Map<String, String>> settings,
        Readiness ready) {

    /** One that has no settings. */
    Part(
            String name,
            List<String> needs,
            List<String> command,
            Map<String, String> environment,
            Path workingFolder,
            Readiness ready) {
        this(name, needs, command, environment, workingFolder, Map::of, ready);
    }

    sealed interface Readiness {
        record Answers(URI health) implements Readiness {}

        /** The log has a line that starts with {@code ready:}. */
        record Says() implements Readiness {}
    }
}
