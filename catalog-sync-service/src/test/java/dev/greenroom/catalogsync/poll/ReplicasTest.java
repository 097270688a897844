package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.StopSignal;
import dev.greenroom.contracts.CoderConfigEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several replicas on one database, and one that dies. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class ReplicasTest extends AuthoredCatalog {
    private static final Duration OFTEN = Duration.ofMillis(20);

    @Test
    void pollsByItselfFromTheStartAndAgainAndAgain() throws InterruptedException {
        var stop = new StopSignal();
        var thread = passes.thread(OFTEN, stop);
        catalog.component(name, "{templateName: java}");
        thread.start(new StartupEvent());
        await().until(() -> published.about(ref).size() == 1);

        catalog.component(name, "{templateName: go}");

        await().until(() -> published.about(ref).size() == 2);
        thread.end(new ShutdownEvent());
    }

    @Test
    void handsOverAtOnceWhenItIsShutDown() throws InterruptedException {
        var stop = new StopSignal();
        var thread = passes.thread(OFTEN, stop);
        catalog.component(name, "{}");
        thread.start(new StartupEvent());
        await().until(() -> published.about(ref).size() == 1);
        thread.end(new ShutdownEvent());
        catalog.component(name, "{templateName: go}");

        passes.run();

        assertThat(published.about(ref)).hasSize(2);
    }

    @Test
    void publishesOnceWithTwoReplicas() throws InterruptedException {
        var stop = new StopSignal();
        var replicas = List.of(passes.thread(OFTEN, stop), passes.thread(OFTEN, stop));
        replicas.forEach(replica -> replica.start(new StartupEvent()));

        for (var template : List.of("java", "go", "rust")) {
            catalog.component(name, "{templateName: " + template + "}");
            await().until(() -> templates().contains(template));
        }

        for (var replica : replicas) {
            replica.end(new ShutdownEvent());
        }
        assertThat(published.about(ref)).extracting(CoderConfigEvent::revision).containsExactly(1L, 2L, 3L);
    }

    @Test
    void leavesTheCatalogToTheReplicaThatLeads() {
        passes.run();
        catalog.component(name, "{}");

        passes.replica().turn();

        assertThat(published.about(ref)).isEmpty();
    }

    @Test
    void continuesTheRevisionsOfAReplicaThatWasKilled() {
        var killed = passes.replica();
        catalog.component(name, "{templateName: java}");
        killed.turn();
        database.letTheLeaseRunOut();
        catalog.component(name, "{templateName: go}");

        passes.replica().turn();

        assertThat(published.about(ref)).extracting(CoderConfigEvent::revision).containsExactly(1L, 2L);
    }

    @Test
    void takesOverFromALeaderThatSaysNothingLongBeforeItsNextTurn() throws InterruptedException {
        passes.run();
        var stop = new StopSignal();
        var follower = passes.thread(Duration.ofHours(1), stop);
        follower.start(new StartupEvent());
        catalog.component(name, "{}");

        database.letTheLeaseRunOut();

        await().until(() -> published.about(ref).size() == 1);
        follower.end(new ShutdownEvent());
    }
}
