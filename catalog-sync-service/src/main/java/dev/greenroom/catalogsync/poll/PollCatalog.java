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

    /**
     * What follows a turn.
     *
     * @param rest the time until the next one
     * @param asked whether Backstage is to be left alone for so long, whatever anybody wants
     */
    record Turn(Duration rest, boolean asked) {}

    /** Never throws, not even where memory runs out: whatever is wrong, there is a next turn. */
    Turn turn() {
        try {
            var outcome = leadership.lead().map(this::pass);
            view.refresh();
            logTrouble.worked();
            return outcome.map(this::after).orElseGet(() -> new Turn(config.interval(), false));
        } catch (RuntimeException | Error e) {
            logTrouble.failed(e);
            meters.failed();
            return new Turn(config.interval(), true);
        }
    }

    private Turn after(PassOutcome outcome) {
        return switch (outcome) {
            case PassOutcome.Incomplete incomplete -> {
                var wait = incomplete.retryAfter();
                yield new Turn(wait.compareTo(config.interval()) > 0 ? wait : config.interval(), true);
            }
            case PassOutcome.Complete _,
                    PassOutcome.WithdrawalsHeld _,
                    PassOutcome.LeaseLost _,
                    PassOutcome.Stopped _ -> new Turn(config.interval(), false);
        };
    }

    void resign() {
        try {
            leadership.resign();
        } catch (RuntimeException e) {
            LOG.warn("the lease was not handed over, and has to run out", e);
        }
    }

    private PassOutcome pass(Lease lease) {
        PassReport report = syncCatalog.run(lease);
        view.passed(lease, report);
        meters.passed(report);
        logPass.log(report);
        return report.outcome();
    }
}
