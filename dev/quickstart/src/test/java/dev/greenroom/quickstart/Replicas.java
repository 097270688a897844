package dev.greenroom.quickstart;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Several replicas of one service as processes, on one PostgreSQL and one Kafka; Coder and Backstage are in this JVM. */
final class Replicas implements AutoCloseable {
    private static final String AUTH_SERVICE = "auth-service";
    private static final String CATALOG_SYNC_SERVICE = "catalog-sync-service";

    private final String service;
    private final List<URI> urls;
    private final Plan plan;
    private final Launch launch;

    private Replicas(String service, List<URI> urls, Plan plan) {
        this.service = service;
        this.urls = urls;
        this.plan = plan;
        var all = new Parts(plan).all();
        var replicas =
                urls.stream().map(url -> replica(named(all, service), url)).toList();
        var parts = new ArrayList<>(List.of(named(all, "postgresql"), named(all, "kafka")));
        parts.addAll(replicas);
        this.launch = new Launch(plan.home(), parts, List.of(), started -> {}, (part, took) -> {});
    }

    /** They have one issuer, as behind a load balancer: the last replica, which lives longest. */
    static Replicas ofAuthService(Home home, int count, CoderStandIn coder, BackstageStandIn backstage) {
        var urls = freeUrls(count);
        var callback = urls.getFirst().resolve("/oauth2/callback");
        var client = coder.addOAuth2App("greenroom", callback.toString());
        var neighbours = new Neighbours(
                URI.create(coder.url()),
                new CoderApplication(client.clientId(), client.clientSecret(), callback),
                backstage.url(),
                backstage.staticToken(),
                null);
        var issuer = Map.of("greenroom.services.issuer", urls.getLast().toString());
        return start(AUTH_SERVICE, urls, plan(home, neighbours, Map.of(AUTH_SERVICE, issuer)));
    }

    /** @param admin a user of Backstage's who may send hints */
    static Replicas ofCatalogSyncService(
            Home home, int count, BackstageStandIn backstage, String admin, Map<String, String> settings) {
        var neighbours = new Neighbours(null, null, backstage.url(), backstage.staticToken(), admin);
        return start(
                CATALOG_SYNC_SERVICE, freeUrls(count), plan(home, neighbours, Map.of(CATALOG_SYNC_SERVICE, settings)));
    }

    private static List<URI> freeUrls(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> URI.create("http://127.0.0.1:" + FreePort.find()))
                .toList();
    }

    private static Plan plan(Home home, Neighbours neighbours, Map<String, Map<String, String>> settings) {
        return new Plan(home, new Secrets(home), new Addresses(), neighbours, settings);
    }

    private static Replicas start(String service, List<URI> urls, Plan plan) {
        var replicas = new Replicas(service, urls, plan);
        try {
            replicas.launch.start();
            return replicas;
        } catch (RuntimeException e) {
            replicas.close();
            throw e;
        }
    }

    private static Part named(List<Part> parts, String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Part replica(Part service, URI url) {
        var name = nameOf(url);
        var management = FreePort.find();
        var settings = new HashMap<>(service.settings().get());
        settings.put("quarkus.http.port", String.valueOf(url.getPort()));
        settings.put("quarkus.management.port", String.valueOf(management));
        return new Part(
                name,
                service.needs(),
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

    String kafka() {
        return plan.addresses().kafka();
    }

    /** The service's own, to be looked at behind its back. */
    CatalogDatabase catalogDatabase() {
        return new CatalogDatabase(
                plan.addresses().port("postgresql"), plan.secrets().databasePassword());
    }

    /** The secret with which workspace-service asks for its tokens. */
    String clientSecret() {
        return plan.secrets().clientSecret("workspace-service");
    }

    /** The process as it was started last. */
    RunningPart process(int replica) {
        var name = nameOf(url(replica));
        return launch.running().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As a crash would, with SIGKILL. */
    void kill(int replica) {
        launch.kill(nameOf(url(replica)));
    }

    /** So that all are there again, and well. */
    void startWhatWasKilled() {
        launch.running().stream().filter(part -> !part.alive()).forEach(part -> launch.startAgain(part.name()));
    }

    @Override
    public void close() {
        launch.close();
    }
}
