package dev.greenroom.catalogsync.poll;

import dev.greenroom.catalogsync.lead.Leadership;
import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.catalogsync.pass.PassOutcome;
import dev.greenroom.catalogsync.pass.PassReport;
import dev.greenroom.catalogsync.pass.SyncCatalog;
import dev.greenroom.catalogsync.status.CatalogMeters;
import dev.greenroom.catalogsync.status.CatalogView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Takes its turn to poll: a pass, where this replica leads, and a look at how the last one went. */
@ApplicationScoped
class PollCatalog {
    private static final Logger LOG = Logger.getLogger(PollCatalog.class);

    private final Leadership leadership;
    private final SyncCatalog syncCatalog;
    private final CatalogView view;
    private final CatalogMeters meters;
    private final LogPass logPass;
    private final LogTrouble logTrouble;
    private final PollConfig config;

    PollCatalog(
            Leadership leadership,
            SyncCatalog syncCatalog,
            CatalogView view,
            CatalogMeters meters,
            LogPass logPass,
            LogTrouble logTrouble,
            PollConfig config) {
        this.leadership = leadership;
        this.syncCatalog = syncCatalog;
        this.view = view;
        this.meters = meters;
        this.logPass = logPass;
        this.logTrouble = logTrouble;
        this.config = config;
    }

    /** Never throws: whatever is wrong, there is a next turn. Returns how long to wait for it. */
    Duration turn() {
        try {
            var wait = leadership.lead().map(this::pass).orElse(Duration.ZERO);
            view.refresh();
            logTrouble.worked();
            return wait.compareTo(config.interval()) > 0 ? wait : config.interval();
        } catch (RuntimeException e) {
            logTrouble.failed(e);
            meters.failed();
            return config.interval();
        }
    }

    void resign() {
        try {
            leadership.resign();
        } catch (RuntimeException e) {
            LOG.warn("the lease was not handed over, and has to run out", e);
        }
    }

    /** How long Backstage wants to be left alone. */
    private Duration pass(Lease lease) {
        PassReport report = syncCatalog.run(lease);
        view.passed(lease, report);
        meters.passed(report);
        logPass.log(report);
        return report.outcome() instanceof PassOutcome.Incomplete incomplete ? incomplete.retryAfter() : Duration.ZERO;
    }
}
