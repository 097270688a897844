package dev.greenroom.catalogsync.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.PublishedConfigs;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.catalogsync.entity.SeenEntities;
import dev.greenroom.catalogsync.entity.UnseenStore;
import dev.greenroom.catalogsync.lead.AnotherLeadership;
import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.standins.backstage.BackstageStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a pass does, or doesn't do, under a lease. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class LeasedPassTest {
    @Inject
    SyncCatalog syncCatalog;

    @Inject
    WithdrawMissing withdrawMissing;

    @Inject
    UnseenStore unseen;

    @Inject
    AnotherLeadership leaderships;

    @Inject
    PublishedConfigs published;

    @Inject
    TestDatabase database;

    BackstageStandIn backstage;
    private final String name = TestCatalog.newName("billing");
    private final String ref = "component:default/" + name;

    @BeforeEach
    void startWithOneUnreadEntity() {
        var catalog = new TestCatalog(backstage);
        catalog.clear();
        database.forget();
        catalog.component(name, "{}");
    }

    @AfterEach
    void leaveTheLeaseToTheNext() {
        database.letTheLeaseRunOut();
    }

    @Test
    void writesNothingForALeaderThatWasReplaced() {
        var stale = lead();
        database.letTheLeaseRunOut();
        lead();

        var report = syncCatalog.run(stale);

        assertThat(report.outcome()).isEqualTo(new PassOutcome.LeaseLost());
        assertThat(published.about(ref)).isEmpty();
    }

    @Test
    void withdrawsNothingForALeaderThatWasReplaced() {
        var stale = lead();
        syncCatalog.run(stale);
        database.letTheLeaseRunOut();
        lead();

        var withdrawal = withdrawMissing.withdraw(stale, new SeenEntities(), unseen.newest());

        assertThat(withdrawal).isEqualTo(new Withdrawal.Ended(new PassOutcome.LeaseLost(), 0));
    }

    @Test
    void keepsAnEntityThatBackstageHasThoughThePagesMissedIt() {
        var lease = lead();
        syncCatalog.run(lease);

        var withdrawals = IntStream.range(0, 3)
                .mapToObj(pass -> withdrawMissing.withdraw(lease, new SeenEntities(), unseen.newest()))
                .toList();

        assertThat(withdrawals).containsOnly(new Withdrawal.Done(0));
        assertThat(published.about(ref)).hasSize(1);
    }

    private Lease lead() {
        return leaderships.create().lead().orElseThrow();
    }
}
