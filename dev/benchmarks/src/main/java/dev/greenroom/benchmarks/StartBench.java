package dev.greenroom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.greenroom.quickstart.Home;
import dev.greenroom.standins.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * From {@code ./greenroom up --detach} to its return, as its user waits for it, built before, with new data each time;
 * and the memory of each process then.
 */
final class StartBench {
    private static final int RUNS = 5;
    private static final double AIM_SECONDS = 15;

    private final Home home;
    private final List<Double> seconds = new ArrayList<>();
    private final TreeMap<String, List<Double>> megabytes = new TreeMap<>();

    StartBench(Home home) {
        this.home = home;
    }

    List<Figure> run() {
        for (int i = 0; i < RUNS; i++) {
            once(TemporaryFolder.create("bench-start"));
        }
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("start.ready", new Samples(seconds).median(), "s", AIM_SECONDS));
        megabytes.forEach(
                (part, values) -> figures.add(new Figure("memory." + part, new Samples(values).median(), "MB", null)));
        return figures;
    }

    private void once(Path folder) {
        var down = new Thread(() -> run(folder, "down"));
        // Ctrl-C is to leave nothing running, either.
        Runtime.getRuntime().addShutdownHook(down);
        long started = System.nanoTime();
        expect(run(folder, "up", "--detach"));
        seconds.add((System.nanoTime() - started) / 1e9);
        for (var part : json(expect(run(folder, "status", "--json")))) {
            if (part.hasNonNull("residentMegabytes")) {
                megabytes
                        .computeIfAbsent(part.path("part").asText(), name -> new ArrayList<>())
                        .add(part.path("residentMegabytes").asDouble());
            }
        }
        expect(run(folder, "down"));
        Runtime.getRuntime().removeShutdownHook(down);
        TemporaryFolder.delete(folder);
    }

    private record Ended(int exitCode, String output) {}

    private static String expect(Ended ended) {
        if (ended.exitCode() != 0) {
            throw new IllegalStateException("./greenroom failed:\n" + ended.output());
        }
        return ended.output();
    }

    /** With a home of its own, and without what the user has set for others. */
    private Ended run(Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(home.root().resolve("greenroom").toString()));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("GREENROOM_"));
        builder.environment().put("GREENROOM_HOME", folder.toString());
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
