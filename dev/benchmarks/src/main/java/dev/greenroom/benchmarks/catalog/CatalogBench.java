package dev.greenroom.benchmarks.catalog;

import dev.greenroom.benchmarks.Figure;
import dev.greenroom.quickstart.Home;
import java.util.List;
import java.util.Optional;

/**
 * Half a million entities, and a tenth of that for the memory: see {@link CatalogFollowed} for what is measured. What is
 * to be zero or a ratio holds on any machine; the seconds share theirs with Backstage, PostgreSQL and Kafka. {@code
 * GREENROOM_BENCH_ENTITIES} names another number, for a quick trial.
 */
public final class CatalogBench {
    private static final int ENTITIES = 500_000;
    private static final int SMALLER = 10;
    private static final double AIM_PAGE_MILLIS = 25;
    private static final double AIM_HINT_MILLIS = 1_000;
    private static final double AIM_WALL_RATIO = 1.25;
    private static final double AIM_MEMORY_RATIO = 1.1;

    private final Home home;
    private final int entities;

    public CatalogBench(Home home) {
        this.home = home;
        this.entities = Optional.ofNullable(System.getenv("GREENROOM_BENCH_ENTITIES"))
                .map(Integer::parseInt)
                .orElse(ENTITIES);
    }

    public List<Figure> run() {
        var small = CatalogRun.follow(home, entities / SMALLER);
        var large = CatalogRun.follow(home, entities);
        return List.of(
                new Figure("catalog.entities", large.entities(), "entities", null),
                new Figure("catalog.backstage.page.p50", large.paced().pageMillis(), "ms", AIM_PAGE_MILLIS),
                new Figure("catalog.first-pass", large.firstPassSeconds(), "s", null),
                new Figure("catalog.first-pass.rate", large.entities() / large.firstPassSeconds(), "1/s", null),
                new Figure("catalog.first-pass.published", large.firstPublished(), "events", null),
                new Figure("catalog.unchanged.published", large.publishedOfNothing(), "events", 0.0),
                new Figure("catalog.unchanged.requests", large.requestsRatio(), Figure.RATIO, 1.0),
                new Figure("catalog.one-change.missed-by", large.missedByOne(), "events", 0.0),
                new Figure("catalog.1000-changes.missed-by", large.missedByMany(), "events", 0.0),
                new Figure("catalog.group-change.missed-by", large.missedByGroup(), "events", 0.0),
                new Figure("catalog.largest-group-change.missed-by", large.missedByLargest(), "events", 0.0),
                new Figure("catalog.unchanged.pass", large.paced().passSeconds(), "s", null),
                new Figure("catalog.bare-loop", large.paced().loopSeconds(), "s", null),
                new Figure(
                        "catalog.unchanged.pass-by-bare-loop", large.paced().wallRatio(), Figure.RATIO, AIM_WALL_RATIO),
                new Figure("catalog.hurried.page.p50", large.hurried().pageMillis(), "ms", null),
                new Figure("catalog.hurried.pass", large.hurried().passSeconds(), "s", null),
                new Figure("catalog.hurried.bare-loop", large.hurried().loopSeconds(), "s", null),
                new Figure(
                        "catalog.hurried.pass-by-bare-loop", large.hurried().wallRatio(), Figure.RATIO, AIM_WALL_RATIO),
                new Figure("catalog.hint-to-event.p50", large.hints().median(), "ms", null),
                new Figure("catalog.hint-to-event.p99", large.hints().percentile(0.99), "ms", AIM_HINT_MILLIS),
                new Figure("catalog.memory.peak", large.peakMegabytes(), "MB", null),
                new Figure("catalog.memory.peak-of-a-tenth", small.peakMegabytes(), "MB", null),
                new Figure(
                        "catalog.memory.peak-by-that-of-a-tenth",
                        large.peakMegabytes() / small.peakMegabytes(),
                        Figure.RATIO,
                        AIM_MEMORY_RATIO),
                new Figure("catalog.memory.live", large.liveMegabytes(), "MB", null),
                new Figure("catalog.memory.live-of-a-tenth", small.liveMegabytes(), "MB", null));
    }
}
