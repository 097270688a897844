package dev.greenroom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.greenroom.quickstart.Home;
import dev.greenroom.standins.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        long started = System.nanoTime();
        try {
            script(folder, "up", "--detach");
            seconds.add((System.nanoTime() - started) / 1e9);
            for (var part : json(script(folder, "status", "--json"))) {
                megabytes
                        .computeIfAbsent(part.path("part").asText(), name -> new ArrayList<>())
                        .add(part.path("residentMegabytes").asDouble());
            }
        } finally {
            script(folder, "down");
            TemporaryFolder.delete(folder);
        }
    }

    private String script(Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(home.root().resolve("greenroom").toString()));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GREENROOM_HOME", folder.toString());
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
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
