package dev.greenroom.quickstart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is running, kept in a file for the script's other commands.
 *
 * @param backstage the stand-in, which gives tokens of the demo's users; null where a real one is used
 */
record Running(Process launcher, URI gateway, @Nullable URI backstage, List<RunningProcess> parts) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** @param started the process's start in milliseconds, since ids are used again */
    record Process(long pid, long started) {
        static Process of(ProcessHandle handle) {
            return new Process(handle.pid(), startOf(handle));
        }

        Optional<ProcessHandle> handle() {
            return ProcessHandle.of(pid).filter(handle -> handle.isAlive() && startOf(handle) == started);
        }

        private static long startOf(ProcessHandle handle) {
            return handle.info()
                    .startInstant()
                    .map(start -> start.toEpochMilli())
                    .orElse(0L);
        }
    }

    /** @param health where the part says how it is; null where it says nothing */
    record RunningProcess(
            String name, Process process, @Nullable URI health) {}

    void write(Home home) {
        try {
            // In one step: others read it at any moment.
            var written = home.running().resolveSibling("running.json.new");
            JSON.writerWithDefaultPrettyPrinter().writeValue(written.toFile(), this);
            Files.move(written, home.running(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where nothing was started, or where it ended in good order. */
    static Optional<Running> read(Home home) {
        if (!Files.exists(home.running())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(home.running().toFile(), Running.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Home home) {
        try {
            Files.deleteIfExists(home.running());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
