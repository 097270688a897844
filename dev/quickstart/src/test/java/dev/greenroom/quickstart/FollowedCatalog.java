package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.TemporaryFolder;
import dev.greenroom.standins.backstage.BackstageStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The catalog of a Backstage in this JVM, and replicas of catalog-sync-service that follow it, in a hurry. */
final class FollowedCatalog implements AutoCloseable {
    private static final String NAME = "catalog-sync-service";

    static final Path SERVICE = Path.of("../..", NAME).toAbsolutePath().normalize();
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ADMIN = "user:default/an-admin";

    private final Path folder = TemporaryFolder.create("catalog");
    private final Home home = new Home(SERVICE.getParent(), folder);
    private final JsonHttp http = new JsonHttp();
    private final BackstageStandIn backstage;
    private final Replicas replicas;
    private final CatalogDatabase database;
    private final CoderConfigsTopic topic;

    /** @param lease of the leader, and of the outbox's relay */
    FollowedCatalog(int replicas, Duration lease) {
        try {
            Files.createDirectories(home.catalog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.backstage = BackstageStandIn.start(home.catalog(), home.data("backstage"), "static-token-of-nobody-here");
        this.replicas = start(replicas, lease);
        this.database = new CatalogDatabase(this.replicas.postgresqlPort(), this.replicas.databasePassword());
        this.topic = new CoderConfigsTopic(this.replicas.kafka());
    }

    private Replicas start(int count, Duration lease) {
        var neighbours = new Neighbours(null, null, backstage.url(), backstage.staticToken(), ADMIN);
        var plan = Replicas.plan(home, neighbours, Map.of(NAME, settings(lease)));
        return Replicas.start(NAME, Replicas.freeUrls(count), plan);
    }

    private static Map<String, String> settings(Duration lease) {
        return Map.of(
                "greenroom.catalog.poll.interval", "100ms",
                "greenroom.catalog.hints.interval", "50ms",
                "greenroom.catalog.lease.time", lease.toString(),
                "greenroom.outbox.lease", lease.toString(),
                "greenroom.catalog.read.page-size", "5",
                "greenroom.catalog.read.retry-delay", "10ms",
                "greenroom.catalog.withdrawal.grace", "300ms");
    }

    BackstageStandIn backstage() {
        return backstage;
    }

    Replicas replicas() {
        return replicas;
    }

    CatalogDatabase database() {
        return database;
    }

    CoderConfigsTopic topic() {
        return topic;
    }

    void hint(List<String> refs) {
        var bearer =
                Map.of("Authorization", "Bearer " + backstage.tokenFor(ADMIN).mint());
        var refresh = replicas.url(0).resolve("/v1/catalog/refresh");
        assertThat(http.send("POST", refresh, bearer, Map.of("entityRefs", refs))
                        .status())
                .isEqualTo(202);
    }

    /** Waits until the topic ends with this, and a further whole pass has nothing to add. */
    void awaitSaid(Map<String, SaidOfEntity> said) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(topic.state()).isEqualTo(said));
        awaitAnotherPass();
        assertThat(topic.state()).isEqualTo(said);
        topic.checkRevisions();
    }

    /** Waits for one that is whole and has nothing to say. */
    void awaitAnotherPass() {
        var last = database.lastPass();
        await().atMost(PATIENCE).until(() -> database.isAtRestAfter(last));
    }

    @Override
    public void close() {
        topic.close();
        replicas.close();
        backstage.close();
        TemporaryFolder.delete(folder);
    }
}
