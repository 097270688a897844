package dev.greenroom.benchmarks;

import dev.greenroom.quickstart.Greenroom;
import dev.greenroom.quickstart.Home;
import dev.greenroom.quickstart.Neighbours;
import dev.greenroom.standins.TemporaryFolder;
import dev.greenroom.standins.coder.CoderStandIn;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From a request, and from a change in the catalog, to Coder's create call, in the configuration of
 * {@code ./greenroom up}: 100 owners with an entity each, 20 creates a second. The first 10 s after a start, in which
 * the JVMs load and compile, are told apart; after 20 s more, 60 s are measured; then 40 entities opt in, one after the
 * other.
 */
final class FlowBench {
    private static final int OWNERS = 100;
    private static final int PER_SECOND = 20;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final int CHANGES = 40;
    private static final double AIM_P99_MILLIS = 100;

    private final Home home;

    FlowBench(Home home) {
        this.home = home;
    }

    List<Figure> run() {
        var folder = TemporaryFolder.create("bench-flow");
        var own = new Home(home.root(), folder);
        try (var coder = CoderStandIn.start()) {
            var owners = IntStream.range(0, OWNERS).mapToObj(i -> "owner-" + i).toList();
            owners.forEach(owner -> coder.addUser(owner, "password-of-" + owner));
            var catalog = new BenchCatalog(own.catalog());
            catalog.write(owners);
            var neighbours = Neighbours.coder(URI.create(coder.url()));
            try (var greenroom = Greenroom.start(own, neighbours, List.of(), (part, took) -> {}, line -> {})) {
                return measure(greenroom, coder, catalog, owners);
            }
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private static List<Figure> measure(
            Greenroom greenroom, CoderStandIn coder, BenchCatalog catalog, List<String> owners) {
        var creates = new CreateCalls(coder);
        var users = new BenchUsers(greenroom, coder);
        users.link(owners);
        var requests = new CreateRequests(users, creates);
        var first = requests.send(owners, PER_SECOND, FIRST);
        requests.send(owners, PER_SECOND, WARM_UP);
        var requested = requests.send(owners, PER_SECOND, MEASURED);
        var changed = new CatalogChanges(catalog, creates).make(owners, CHANGES);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("flow.post-to-create.first-10-s.p50", first.median(), "ms", null));
        figures.add(new Figure("flow.post-to-create.first-10-s.p99", first.percentile(0.99), "ms", null));
        figures.add(new Figure("flow.post-to-create.p50", requested.median(), "ms", null));
        figures.add(new Figure("flow.post-to-create.p99", requested.percentile(0.99), "ms", AIM_P99_MILLIS));
        figures.add(new Figure("flow.catalog-to-create.p50", changed.median(), "ms", null));
        figures.add(new Figure("flow.catalog-to-create.p99", changed.percentile(0.99), "ms", null));
        return figures;
    }
}
