package dev.greenroom.benchmarks.catalog;

import dev.greenroom.benchmarks.catalog.backstage.LargeBackstage;
import dev.greenroom.quickstart.Home;
import dev.greenroom.standins.TemporaryFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;

/** Follows a catalog of one size, from the start of all processes, with new data, to their end. */
final class CatalogRun implements AutoCloseable {
    static final int CHANGED = 1_000;
    private static final int HINTS = 200;
    private static final int ROUNDS = 3;
    private static final int ATTEMPTS = 3 * ROUNDS;

    private final LargeBackstage backstage;
    private final CatalogSync service;
    private final ConfigTopic topic;
    private final PagingLoop loop;
    private final PassByPass passes;
    private final List<Pass> unchanged = new ArrayList<>();

    private CatalogRun(LargeBackstage backstage, CatalogSync service, Duration between) {
        this.backstage = backstage;
        this.service = service;
        this.topic = new ConfigTopic(service.kafka());
        this.loop = new PagingLoop(backstage);
        this.passes = new PassByPass(backstage, new Passes(service.metrics()), topic, between);
    }

    static CatalogFollowed follow(Home home, int entities) {
        var folder = TemporaryFolder.create("bench-catalog");
        // A loop over all pages, at Backstage's pace, has to fit in between.
        var between = Duration.ofSeconds(6 + entities / 22_000);
        try (var backstage = LargeBackstage.start(folder.resolve("backstage"), entities);
                var service = CatalogSync.start(new Home(home.root(), folder), backstage, between);
                var run = new CatalogRun(backstage, service, between)) {
            return run.follow();
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private CatalogFollowed follow() {
        var first = passes.first();
        unchanged.add(passes.next());
        int one = missed(() -> backstage.changeComponents(1));
        int many = missed(() -> {
            backstage.describeComponents(CHANGED);
            return backstage.changeComponents(CHANGED);
        });
        int group = missed(() -> backstage.changeGroups(1));
        int largest = missed(backstage::changeLargestGroup);
        var paced = alternate();
        backstage.hurry();
        var hurried = alternate();
        var hints = new Hints(backstage, service, topic).give(HINTS);
        int repeated = first.published().size() - new HashSet<>(first.published()).size();
        return new CatalogFollowed(
                paced.entities(),
                first.seconds(),
                first.published().size(),
                unchanged.stream().mapToInt(Pass::requests).max().orElseThrow(),
                repeated
                        + unchanged.stream()
                                .mapToInt(pass -> pass.published().size())
                                .sum(),
                one,
                many,
                group,
                largest,
                paced,
                hurried,
                hints,
                service.peakMegabytes(),
                service.liveMegabytes());
    }

    /** @param change answers the entities of which the next pass is to publish one event each */
    private int missed(Supplier<List<String>> change) {
        passes.rest();
        var changed = change.get();
        return missed(changed, passes.next().published());
    }

    /** How many events are missing, or beside the point: one of another entity, or another of the same. */
    static int missed(List<String> changed, List<String> published) {
        var wanting = new HashMap<String, Integer>();
        // A small catalog has fewer components than are to be changed, and names some twice.
        changed.forEach(entityRef -> wanting.put(entityRef, 1));
        published.forEach(entityRef -> wanting.merge(entityRef, -1, Integer::sum));
        return wanting.values().stream().mapToInt(Math::abs).sum();
    }

    /** Passes and bare loops in turn, so that neither is timed beside another. */
    private Rounds alternate() {
        loop.run(backstage.filters());
        var timed = new ArrayList<Pass>();
        var loops = new ArrayList<PagingLoop.Read>();
        for (int i = 0; i < ATTEMPTS && loops.size() < ROUNDS; i++) {
            timed.add(passes.next());
            int before = backstage.requests();
            var read = loop.run(backstage.filters());
            boolean alone =
                    backstage.requests() - before == read.pages().sorted().size();
            if (alone) {
                loops.add(read);
            }
        }
        if (loops.size() < ROUNDS) {
            throw new IllegalStateException("the machine is too slow: a bare loop doesn't fit between two passes");
        }
        unchanged.addAll(timed);
        return new Rounds(timed, loops);
    }

    @Override
    public void close() {
        topic.close();
        loop.close();
    }
}
