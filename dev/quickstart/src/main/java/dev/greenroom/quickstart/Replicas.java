package dev.greenroom.quickstart;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.postgresql.PostgresqlStandIn;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several replicas of one service as processes, on one PostgreSQL and one Kafka, to be killed and started again. {@link
 * #close}, or the end of this JVM, ends them all.
 */
public final class Replicas implements AutoCloseable {
    public static final String POSTGRESQL = "postgresql";

    private static final String WORKSPACE_SERVICE = "workspace-service";
    private static final String BOOTSTRAP_SERVERS = "kafka.bootstrap.servers";

    private final String service;
    private final List<URI> urls;
    private final Plan plan;
    private final List<Part> kafka;
    private final Launch launch;

    private Replicas(String service, List<URI> urls, Plan plan, List<Part> kafka, List<String> options) {
        this.service = service;
        this.urls = urls;
        this.plan = plan;
        this.kafka = kafka;
        var parts = new Parts(plan);
        var all = new ArrayList<>(kafka);
        all.add(parts.postgresql());
        urls.forEach(url -> all.add(replica(parts.service(service, options), url)));
        this.launch = new Launch(plan.home(), all, List.of(), started -> {}, (part, took) -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * Returns when all of them are well.
     *
     * @param brokers of Kafka: with one everything is replicated once, with three three times, as in production
     * @param settings what they are told besides what {@code up} tells them, which names neighbours that are not here
     * @param options of their JVMs
     * @throws RuntimeException where a part does not come up; what was started is stopped again
     */
    public static Replicas ofWorkspaceService(
            Home home, int count, int brokers, URI coder, Map<String, String> settings, List<String> options) {
        var cluster = Brokers.onFreePorts(brokers);
        var all = new HashMap<>(settings);
        all.put(BOOTSTRAP_SERVERS, cluster.bootstrapServers());
        var plan = plan(home, Neighbours.coder(coder), Map.of(WORKSPACE_SERVICE, all));
        return start(new Replicas(WORKSPACE_SERVICE, freeUrls(count), plan, cluster.parts(new Parts(plan)), options));
    }

    static List<URI> freeUrls(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> URI.create("http://127.0.0.1:" + FreePort.find()))
                .toList();
    }

    static Plan plan(Home home, Neighbours neighbours, Map<String, Map<String, String>> settings) {
        return new Plan(home, new Secrets(home), Addresses.anywhere(), neighbours, settings);
    }

    static Replicas start(String service, List<URI> urls, Plan plan) {
        return start(new Replicas(service, urls, plan, List.of(new Parts(plan).kafka()), List.of()));
    }

    private static Replicas start(Replicas replicas) {
        try {
            replicas.launch.start();
            return replicas;
        } catch (RuntimeException e) {
            replicas.close();
            throw e;
        }
    }

    private Part replica(Part service, URI url) {
        var name = nameOf(url);
        var management = FreePort.find();
        var settings = new HashMap<>(service.settings().get());
        settings.put("quarkus.http.port", String.valueOf(url.getPort()));
        settings.put("quarkus.management.port", String.valueOf(management));
        return new Part(
                name,
                Stream.concat(Stream.of(POSTGRESQL), kafka.stream().map(Part::name))
                        .toList(),
                service.command(),
                service.environment(),
                plan.home().workingFolder(name),
                () -> settings,
                new Part.Readiness.Answers(URI.create("http://127.0.0.1:" + management + "/q/health/ready")));
    }

    private String nameOf(URI url) {
        return service + "-" + url.getPort();
    }

    URI url(int replica) {
        return urls.get(replica);
    }

    List<URI> urls() {
        return urls;
    }

    /** The replicas' names as parts. */
    public List<String> names() {
        return urls.stream().map(this::nameOf).toList();
    }

    /** The brokers' names as parts. */
    public List<String> brokers() {
        return kafka.stream().map(Part::name).toList();
    }

    /** What clients of Kafka are to be told. */
    public String kafka() {
        return plan.settings()
                .getOrDefault(service, Map.of())
                .getOrDefault(BOOTSTRAP_SERVERS, plan.addresses().kafka());
    }

    int postgresqlPort() {
        return plan.addresses().port(POSTGRESQL);
    }

    String databasePassword() {
        return plan.secrets().databasePassword();
    }

    /** The secret with which a service asks for its tokens. */
    String clientSecret(String client) {
        return plan.secrets().clientSecret(client);
    }

    /** The process as it was started last. */
    RunningPart process(int replica) {
        return process(nameOf(url(replica)));
    }

    private RunningPart process(String name) {
        return launch.running().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As a crash would, with SIGKILL. */
    void kill(int replica) {
        launch.kill(nameOf(url(replica)));
    }

    /** The same of any part; of PostgreSQL, the server and all of its processes. */
    public void kill(String part) {
        launch.kill(part);
        if (part.equals(POSTGRESQL)) {
            PostgresqlStandIn.kill(plan.home().data(POSTGRESQL));
        }
    }

    /** Stops a part as a frozen container or a paused virtual machine is, until {@link #thaw}. */
    public void freeze(String part) {
        process(part).signal("STOP");
    }

    public void thaw(String part) {
        process(part).signal("CONT");
    }

    /** So that all are there again, and well. */
    void startWhatWasKilled() {
        launch.running().stream().filter(part -> !part.alive()).forEach(part -> launch.startAgain(part.name()));
    }

    /**
     * Starts a part that has ended, and returns when it is well: as often as it takes, as whoever runs containers does. A
     * service that does not find its database ends.
     */
    public void startUntilWell(String part) {
        while (!startedWell(part)) {}
    }

    private boolean startedWell(String part) {
        try {
            launch.startAgain(part);
            return true;
        } catch (Launch.PartFailed ended) {
            return false;
        }
    }

    @Override
    public void close() {
        launch.close();
    }
}
