package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.TemporaryFolder;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * catalog-sync-service as a process that dies at each point of a pass, with {@code Runtime.halt}, while edits of each
 * kind wait for it, and is started again: the topic ends as the catalog is, whatever was done by then.
 */
@Tag("flow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashedPassTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String ADMIN = "user:default/an-admin";
    /** Which no JVM gives by itself. */
    private static final int CRASHED = 77;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder = TemporaryFolder.create("crashes");
    private final JsonHttp http = new JsonHttp();
    private BackstageStandIn backstage;
    private EditedCatalog catalog;
    private Replicas service;
    private CatalogDatabase database;
    private CoderConfigsTopic topic;

    @BeforeAll
    void start() throws Exception {
        var home = new Home(ROOT, folder);
        Files.createDirectories(home.catalog());
        backstage = BackstageStandIn.start(home.catalog(), home.data("backstage"), "static-token-of-nobody-here");
        catalog = new EditedCatalog(backstage.files());
        var known = catalog.afterTheEdits();
        service = Replicas.ofCatalogSyncService(home, 1, backstage, ADMIN, settings());
        database = service.catalogDatabase();
        topic = new CoderConfigsTopic(service.kafka());
        awaitSaid(known);
    }

    private static Map<String, String> settings() {
        return Map.of(
                "greenroom.catalog.poll.interval", "100ms",
                "greenroom.catalog.hints.interval", "50ms",
                "greenroom.catalog.lease.time", "2s",
                "greenroom.outbox.lease", "2s",
                "greenroom.catalog.read.page-size", "5",
                "greenroom.catalog.read.retry-delay", "10ms",
                "greenroom.catalog.withdrawal.grace", "300ms");
    }

    @AfterAll
    void stop() {
        if (topic != null) {
            topic.close();
        }
        if (service != null) {
            service.close();
        }
        backstage.close();
        TemporaryFolder.delete(folder);
    }

    @BeforeEach
    void mend() {
        backstage.faults().clear();
        service.startWhatWasKilled();
    }

    @Test
    void everyPointIsInTheCode() {
        var rules = Stream.of(CrashPoint.values()).map(CrashedPassTest::halt).toList();

        assertThat(BytemanAgent.misfits(ROOT.resolve("catalog-sync-service"), rules))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theTopicEndsAsTheCatalogIs(CrashPoint point) {
        awaitSaid(catalog.beforeTheEdits());

        backstage.faults().set(Fault.failing(503).on("/api/catalog"));
        var edited = catalog.afterTheEdits();
        hint(catalog.hints());
        BytemanAgent.load(service.process(0), halt(point));
        bringAbout(point.cause());
        backstage.faults().clear();

        assertThat(awaitEnd()).isEqualTo(CRASHED);
        service.startWhatWasKilled();
        awaitSaid(edited);
    }

    private static String halt(CrashPoint point) {
        return point.point().rule("killJVM(" + CRASHED + ")");
    }

    private void hint(List<String> refs) {
        var bearer =
                Map.of("Authorization", "Bearer " + backstage.tokenFor(ADMIN).mint());
        var refresh = service.url(0).resolve("/v1/catalog/refresh");
        assertThat(http.send("POST", refresh, bearer, Map.of("entityRefs", refs))
                        .status())
                .isEqualTo(202);
    }

    private void bringAbout(CrashPoint.Cause cause) {
        switch (cause) {
            case NOTHING_ELSE -> {}
            case LEASE_LOST -> database.takeTheLeaseAndLeaveIt();
            case FIRST_READING -> database.forgetTheSnapshot();
        }
    }

    /** The code with which the process ends; one that doesn't is killed, which is another code. */
    private int awaitEnd() {
        var process = service.process(0);
        process.handle()
                .onExit()
                .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        process.kill();
        return process.exitCode();
    }

    /** Until the topic says this, and a whole pass has nothing to add. */
    private void awaitSaid(Map<String, SaidOfEntity> said) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(topic.state()).isEqualTo(said));
        var pass = database.lastPass();
        await().atMost(PATIENCE).until(() -> database.isAtRestAfter(pass));
        assertThat(topic.state()).isEqualTo(said);
        topic.checkRevisions();
    }
}
