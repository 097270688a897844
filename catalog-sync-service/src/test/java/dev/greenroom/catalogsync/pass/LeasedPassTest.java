package dev.greenroom.catalogsync.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.PublishedConfigs;
import dev.greenroom.catalogsync.TestCatalog;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.catalogsync.lead.AnotherLeadership;
import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
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

        var withdrawal = withdrawMissing.withdraw(passThatSawNothing(stale), withdrawMissing.newest());

        assertThat(withdrawal).isEqualTo(new Withdrawal.Ended(new PassOutcome.LeaseLost(), 0));
    }

    @Test
    void keepsAnEntityThatBackstageHasThoughThePagesMissedIt() {
        var lease = lead();
        syncCatalog.run(lease);

        withdrawMissing.withdraw(passThatSawNothing(lease), withdrawMissing.newest());
        database.letTheGraceEnd();
        var withdrawal = withdrawMissing.withdraw(passThatSawNothing(lease), withdrawMissing.newest());

        assertThat(withdrawal).isEqualTo(new Withdrawal.Done(0));
        assertThat(published.about(ref)).hasSize(1);
    }

    @Test
    void keepsAnEntityThatIsThereAndCanNotBeRead() {
        var lease = lead();
        syncCatalog.run(lease);
        backstage.faults().set(Fault.leavingOutUids().on("/api/catalog/entities/by-refs"));

        withdrawMissing.withdraw(passThatSawNothing(lease), withdrawMissing.newest());
        database.letTheGraceEnd();
        var withdrawal = withdrawMissing.withdraw(passThatSawNothing(lease), withdrawMissing.newest());

        backstage.faults().clear();
        assertThat(withdrawal).isEqualTo(new Withdrawal.Done(0));
        assertThat(published.about(ref)).hasSize(1);
    }

    private static Pass passThatSawNothing(Lease lease) {
        return new Pass(lease, new AlreadyRead(lease), false);
    }

    private Lease lead() {
        return leaderships.create().lead().orElseThrow();
    }
}
