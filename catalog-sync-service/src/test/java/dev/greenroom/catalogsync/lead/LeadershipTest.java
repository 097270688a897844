package dev.greenroom.catalogsync.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class LeadershipTest {
    @Inject
    AnotherLeadership leaderships;

    @Inject
    WhileLeading whileLeading;

    @Inject
    TestDatabase database;

    private Leadership one;
    private Leadership other;

    @BeforeEach
    void startWithTwo() {
        database.letTheLeaseRunOut();
        one = leaderships.create();
        other = leaderships.create();
    }

    @AfterEach
    void leaveTheLeaseToTheNext() {
        database.letTheLeaseRunOut();
    }

    @Test
    void leadsAloneAndStaysTheLeader() {
        var first = one.lead();

        assertThat(first).isPresent();
        assertThat(other.lead()).isEmpty();
        assertThat(one.lead()).isEqualTo(first);
    }

    @Test
    void takesOverFromALeaderThatSaysNothing() {
        var before = one.lead().orElseThrow();
        database.letTheLeaseRunOut();

        var after = other.lead().orElseThrow();

        assertThat(after.epoch()).isGreaterThan(before.epoch());
        assertThat(one.lead()).isEmpty();
    }

    @Test
    void goesOnWithALeaseThatRanOutAndThatNobodyTook() {
        var lease = one.lead();
        database.letTheLeaseRunOut();

        assertThat(one.lead()).isEqualTo(lease);
    }

    @Test
    void handsOverWhenItResigns() {
        one.lead();

        one.resign();

        assertThat(other.lead()).isPresent();
    }

    @Test
    void refusesTheWriteOfALeaderThatWasReplaced() {
        var stale = one.lead().orElseThrow();
        database.letTheLeaseRunOut();
        other.lead();

        var result = whileLeading.call(stale, () -> "written");

        assertThat(result).isEmpty();
    }

    @Test
    void letsNobodyTakeOverDuringAWrite() throws Exception {
        var lease = one.lead().orElseThrow();
        database.letTheLeaseRunOut();

        var takeover = whileLeading.call(lease, () -> {
            var attempt = CompletableFuture.supplyAsync(other::lead, Thread::startVirtualThread);
            await().until(database::isSomebodyWaitingForALock);
            return attempt;
        });

        assertThat(takeover.orElseThrow().get()).isEmpty();
    }
}
