package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.StopSignal;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.catalogsync.hint.HintStore;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.standins.backstage.Fault;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A leader that polls once an hour, and that is told where something has changed. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class HintsTest extends AuthoredCatalog {
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final Duration PATIENTLY = Duration.ofSeconds(40);

    @Inject
    HintStore hints;

    private final StopSignal stop = new StopSignal();
    private PollingThread leader;
    private final String team = TestCatalog.newName("team");

    @BeforeEach
    void startALeaderThatHasReadTheCatalogAndRests() {
        catalog.group(team);
        catalog.user("jane", team);
        catalog.component(name, "{}", "group:default/" + team);
        leader = passes.thread(SELDOM, stop);
        leader.start(new StartupEvent());
        await().atMost(PATIENTLY).until(() -> database.holds("select exists (select from catalog_pass)"));
        backstage.requests().clear();
    }

    @AfterEach
    void stopTheLeader() throws InterruptedException {
        backstage.faults().clear();
        leader.end(new ShutdownEvent());
    }

    @Test
    void publishesAChangeThatAHintNamesAndAsksForNothingElse() {
        catalog.component(name, "{templateName: go}", "group:default/" + team);

        hint(ref);

        await().atMost(PATIENTLY).until(() -> published.about(ref).size() == 2);
        await().atMost(PATIENTLY).until(this::nothingWaits);
        assertThat(backstage.requests().count("POST /api/catalog/entities/by-refs"))
                .isEqualTo(1);
        assertThat(backstage.requests().count("GET")).isZero();
    }

    @Test
    void publishesTheOwnersAnewWhereAHintNamesTheirGroup() {
        catalog.user("joe", team);

        hint("group:default/" + team);

        await().atMost(PATIENTLY).until(() -> owners().contains("[user:default/jane, user:default/joe]"));
    }

    @Test
    void publishesTheOwnersAnewWhereAHintNamesAUserWhoHasCome() {
        catalog.user("joe", team);

        hint("user:default/joe");

        await().atMost(PATIENTLY).until(() -> owners().contains("[user:default/jane, user:default/joe]"));
    }

    @Test
    void publishesTheOwnersAnewWhereAHintNamesAUserWhoHasLeft() {
        catalog.user("jane");

        hint("user:default/jane");

        await().atMost(PATIENTLY).until(() -> owners().contains("[]"));
    }

    @Test
    void readsTheWholeCatalogAtOnceWhereSomebodyWantsThat() {
        catalog.component(name, "{templateName: go}", "group:default/" + team);

        hints.addAll();

        await().atMost(PATIENTLY).until(() -> published.about(ref).size() == 2);
        await().atMost(PATIENTLY).until(this::nothingWaits);
        assertThat(backstage.requests().count("GET /api/catalog/entities/by-query"))
                .isEqualTo(3);
    }

    @Test
    void makesNothingOfHintsOfWhatIsNotThereOrNotInScope() {
        catalog.delete(name);
        var resource = TestCatalog.newName("resource");
        catalog.resource(resource);

        hint(
                ref,
                "resource:default/" + resource,
                "group:default/unknown",
                "user:default/unknown",
                "location:default/x");

        await().atMost(PATIENTLY).until(this::nothingWaits);
        assertThat(published.about(ref)).hasSize(1);
        assertThat(published.about("resource:default/" + resource)).isEmpty();
    }

    @Test
    void keepsHintsForTheNextPassWhileBackstageFails() {
        backstage.faults().set(Fault.failing(503));
        catalog.component(name, "{templateName: go}", "group:default/" + team);
        hint(ref);
        await().atMost(PATIENTLY).until(() -> backstage.requests().count("POST") == 3);

        assertThat(nothingWaits()).isFalse();
        assertThat(published.about(ref)).hasSize(1);
    }

    @Test
    void followsHintsThatWaitedOnceBackstageIsWellAgain() throws InterruptedException {
        keepsHintsForTheNextPassWhileBackstageFails();
        backstage.faults().clear();
        leader.end(new ShutdownEvent());
        leader = passes.thread(SELDOM, new StopSignal());

        leader.start(new StartupEvent());

        await().atMost(PATIENTLY).until(() -> published.about(ref).size() == 2);
        await().atMost(PATIENTLY).until(this::nothingWaits);
    }

    @Test
    void followsHintsInTheMiddleOfAPass() {
        IntStream.range(0, 9).forEach(i -> catalog.component(name + "-" + i, "{}"));
        // From the second page on the pages take for ever: only the hint can tell of the change.
        backstage.faults().set(Fault.slow(Duration.ofMillis(400)).on("/api/catalog/entities/by-query?cursor"));
        hints.addAll();
        await().atMost(PATIENTLY).until(() -> backstage.requests().count("GET") > 0);
        catalog.component(name, "{templateName: go}", "group:default/" + team);

        hint(ref);

        await().atMost(PATIENTLY).until(() -> published.about(ref).size() == 2);
        assertThat(database.holds("select count(*) = 1 from catalog_pass")).isTrue();
    }

    private void hint(String... refs) {
        hints.add(List.of(refs).stream().map(EntityRef::parse).toList());
    }

    private boolean nothingWaits() {
        return !database.holds("select exists (select from catalog_hint)");
    }
}
