package dev.greenroom.standins.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A server whose JVM was killed lives on and holds its data folder: it is found by its pid file and ended. */
final class LeftOverServer {
    private LeftOverServer() {}

    static void end(Path data) {
        runningOn(data).ifPresent(server -> {
            interrupt(server);
            server.onExit().join();
        });
    }

    /** The server first, so that it neither mourns nor replaces its processes. */
    static void kill(Path data) {
        runningOn(data).ifPresent(server -> {
            var all = Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
        });
    }

    /** The process that the pid file names, where it is a PostgreSQL that is started on this very folder. */
    private static Optional<ProcessHandle> runningOn(Path data) {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(process -> process.info()
                            .commandLine()
                            .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                            .isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM, all that Java can send, waits for its clients to leave. */
    private static void interrupt(ProcessHandle server) {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(server.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
