package dev.greenroom.catalogsync.poll;

import dev.greenroom.catalogsync.StopSignal;
import dev.greenroom.catalogsync.lead.AnotherLeadership;
import dev.greenroom.catalogsync.lead.Leadership;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.catalogsync.pass.SyncCatalog;
import dev.greenroom.catalogsync.status.CatalogMeters;
import dev.greenroom.catalogsync.status.CatalogView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Runs passes when a test wants one, as the service's replica or as another one on the same database. */
@ApplicationScoped
public class TestPasses {
    private final PollCatalog here;
    private final AnotherLeadership leaderships;
    private final SyncCatalog syncCatalog;
    private final WhileLeading whileLeading;
    private final CatalogView view;
    private final CatalogMeters meters;
    private final LogPass logPass;

    TestPasses(
            PollCatalog here,
            AnotherLeadership leaderships,
            SyncCatalog syncCatalog,
            WhileLeading whileLeading,
            CatalogView view,
            CatalogMeters meters,
            LogPass logPass) {
        this.here = here;
        this.leaderships = leaderships;
        this.syncCatalog = syncCatalog;
        this.whileLeading = whileLeading;
        this.view = view;
        this.meters = meters;
        this.logPass = logPass;
    }

    /** One turn of the service. */
    public void run() {
        here.turn();
    }

    PollCatalog replicaPollingEvery(Duration interval) {
        return replica(leaderships.create(), interval);
    }

    private PollCatalog replica(Leadership leadership, Duration interval) {
        return new PollCatalog(leadership, syncCatalog, view, meters, logPass, new LogTrouble(), () -> interval);
    }

    PollCatalog replica() {
        return replicaPollingEvery(Duration.ofHours(1));
    }

    PollingThread thread(Duration interval, StopSignal stop) {
        var leadership = leaderships.create();
        var between = new BetweenPasses(
                leadership, whileLeading, syncCatalog, new LogTrouble(), stop, () -> Duration.ofMillis(20));
        return new PollingThread(replica(leadership, interval), between, stop);
    }
}
