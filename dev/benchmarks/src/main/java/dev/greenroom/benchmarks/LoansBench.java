package dev.greenroom.benchmarks;

import dev.greenroom.quickstart.Greenroom;
import dev.greenroom.quickstart.Home;
import dev.greenroom.quickstart.Neighbours;
import dev.greenroom.standins.TemporaryFolder;
import dev.greenroom.standins.coder.CoderStandIn;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Loans from one replica of auth-service in the configuration of {@code ./greenroom up}, by as many callers at once as
 * workspace-service has workers, each with its next request once the last was answered: 100 users in turn, with a token
 * of the service's that auth-service has proven before. 20 s of it warm up, 20 s are measured. The callers share the
 * machine with all that they call.
 */
final class LoansBench {
    private static final int USERS = 100;
    private static final int CALLERS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private final Home home;

    LoansBench(Home home) {
        this.home = home;
    }

    List<Figure> run() {
        var folder = TemporaryFolder.create("bench-loans");
        var own = new Home(home.root(), folder);
        try (var coder = CoderStandIn.start()) {
            var users = IntStream.range(0, USERS).mapToObj(i -> "user-" + i).toList();
            users.forEach(user -> coder.addUser(user, "password-of-" + user));
            new BenchCatalog(own.catalog()).write(users);
            var neighbours = Neighbours.coder(URI.create(coder.url()));
            try (var greenroom = Greenroom.start(own, neighbours, List.of(), (part, took) -> {}, line -> {})) {
                new BenchUsers(greenroom, coder).link(users);
                return measure(new LoanRequests(greenroom, users));
            }
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private static List<Figure> measure(LoanRequests requests) {
        requests.send(CALLERS, WARM_UP);
        var answered = requests.send(CALLERS, MEASURED);
        double perSecond = (double) answered.sorted().size() / MEASURED.toSeconds();
        return List.of(
                new Figure("loans.per-second", perSecond, "1/s", null),
                new Figure("loans.p50", answered.median(), "ms", null),
                new Figure("loans.p99", answered.percentile(0.99), "ms", null));
    }
}
