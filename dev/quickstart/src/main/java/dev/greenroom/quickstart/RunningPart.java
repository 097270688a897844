package dev.greenroom.quickstart;

import dev.greenroom.standins.leaks.LeakHunt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A part's process. Its output goes to its log, which starts anew with it. */
final class RunningPart {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Part part;
    private final Path log;
    private final Process process;

    private RunningPart(Part part, Path log, Process process) {
        this.part = part;
        this.log = log;
        this.process = process;
    }

    static RunningPart start(Part part, Path log) {
        var settings = part.settings().get();
        if (!settings.isEmpty()) {
            ServiceConfig.write(part.workingFolder(), settings);
        }
        var builder = new ProcessBuilder(ownSession(part.command()))
                .directory(part.workingFolder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // What the user has set for other programs of these names would win over the part's own settings.
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(GREENROOM|QUARKUS|KAFKA|MP)_.*") && !name.equals(LeakHunt.VARIABLE));
        builder.environment().putAll(part.environment());
        try {
            return new RunningPart(part, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + part.name(), e);
        }
    }

    /** Ctrl-C reaches a terminal's whole group; the parts are to be stopped by the launcher, in their order. */
    private static List<String> ownSession(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        var all = new ArrayList<>(List.of("/usr/bin/setsid"));
        all.addAll(command);
        return all;
    }

    String name() {
        return part.name();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean alive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    boolean ready() {
        return switch (part.ready()) {
            case Part.Readiness.Answers(URI health) -> answers(health);
            case Part.Readiness.Says() -> says();
        };
    }

    private static boolean answers(URI health) {
        try {
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean says() {
        return lastLines(Integer.MAX_VALUE).stream().anyMatch(line -> line.startsWith("ready:"));
    }

    /** For a message about what went wrong. */
    List<String> lastLines(int count) {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return all.subList(Math.max(0, all.size() - count), all.size());
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /** @param name as {@code kill} takes it, such as {@code STOP} */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, waits, and ends it hard where it does not. */
    void stop(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
