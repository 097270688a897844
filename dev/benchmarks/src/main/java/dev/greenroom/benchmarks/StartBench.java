package dev.greenroom.benchmarks;

import dev.greenroom.quickstart.Greenroom;
import dev.greenroom.quickstart.Home;
import dev.greenroom.quickstart.Neighbours;
import dev.greenroom.standins.TemporaryFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** From nothing to ready, built before, with new data each time; and the memory of each process once it is ready. */
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
            once();
        }
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("start.ready", new Samples(seconds).median(), "s", AIM_SECONDS));
        megabytes.forEach(
                (part, values) -> figures.add(new Figure("memory." + part, new Samples(values).median(), "MB", null)));
        return figures;
    }

    private void once() {
        var folder = TemporaryFolder.create("bench-start");
        long started = System.nanoTime();
        try (var greenroom =
                Greenroom.start(new Home(home.root(), folder), Neighbours.NONE, (part, took) -> {}, line -> {})) {
            seconds.add((System.nanoTime() - started) / 1e9);
            greenroom
                    .residentMegabytes()
                    .forEach((part, value) -> megabytes
                            .computeIfAbsent(part, name -> new ArrayList<>())
                            .add(value.doubleValue()));
        } finally {
            TemporaryFolder.delete(folder);
        }
    }
}
