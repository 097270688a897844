package dev.greenroom.catalogsync.poll;

import dev.greenroom.catalogsync.StopSignal;
import dev.greenroom.catalogsync.hint.HintConfig;
import dev.greenroom.catalogsync.lead.Leadership;
import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.catalogsync.pass.HintsOutcome;
import dev.greenroom.catalogsync.pass.PassOutcome;
import dev.greenroom.catalogsync.pass.SyncCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The time from one turn to the next, in which a leader keeps its lease and follows hints, and another replica takes over
 * from a leader that says nothing any more.
 */
@ApplicationScoped
class BetweenPasses {
    private static final Logger LOG = Logger.getLogger(BetweenPasses.class);

    private final Leadership leadership;
    private final WhileLeading whileLeading;
    private final SyncCatalog syncCatalog;
    private final LogTrouble logTrouble;
    private final StopSignal stop;
    private final Duration interval;

    BetweenPasses(
            Leadership leadership,
            WhileLeading whileLeading,
            SyncCatalog syncCatalog,
            LogTrouble logTrouble,
            StopSignal stop,
            HintConfig config) {
        this.leadership = leadership;
        this.whileLeading = whileLeading;
        this.syncCatalog = syncCatalog;
        this.logTrouble = logTrouble;
        this.stop = stop;
        this.interval = config.interval();
    }

    /** Never throws. Rests until the next turn; less where that comes sooner: for a new leader, or a hint that wants a pass. */
    void rest(PollCatalog.Turn turn) {
        var end = System.nanoTime() + turn.rest().toNanos();
        var left = turn.rest();
        // Backstage or the database is unwell: the next turn finds out whether it still is.
        var leaveAlone = turn.asked();
        while (left.isPositive() && !stop.given()) {
            stop.waitFor(left.compareTo(interval) < 0 ? left : interval);
            switch (look(leaveAlone)) {
                case HintsOutcome.Followed _ -> {}
                case HintsOutcome.WholeCatalogWanted _ -> {
                    return;
                }
                case HintsOutcome.Failed failed -> {
                    leaveAlone = true;
                    end = Math.max(end, System.nanoTime() + wish(failed).toNanos());
                }
            }
            left = Duration.ofNanos(end - System.nanoTime());
        }
    }

    private HintsOutcome look(boolean leaveAlone) {
        try {
            var lease = leadership.current().filter(whileLeading::stillLeads);
            if (lease.isEmpty()) {
                return leadership.lead().isPresent()
                        ? new HintsOutcome.WholeCatalogWanted()
                        : new HintsOutcome.Followed(0);
            }
            return leaveAlone ? new HintsOutcome.Followed(0) : follow(lease.get());
        } catch (RuntimeException | Error e) {
            logTrouble.failed(e);
            return new HintsOutcome.Failed(new PassOutcome.Incomplete("the hints can't be followed", Duration.ZERO));
        }
    }

    private HintsOutcome follow(Lease lease) {
        var outcome = syncCatalog.followHints(lease);
        switch (outcome) {
            case HintsOutcome.Followed followed -> {
                if (followed.changed() > 0) {
                    LOG.infof("followed hints changed=%d", followed.changed());
                }
            }
            case HintsOutcome.WholeCatalogWanted _ -> LOG.debug("a hint wants the whole catalog to be read");
            case HintsOutcome.Failed failed -> {
                if (failed.outcome() instanceof PassOutcome.Incomplete incomplete) {
                    LOG.warnf("hints wait for the next pass: %s", incomplete.why());
                }
            }
        }
        return outcome;
    }

    /** How long Backstage wants to be left alone. */
    private static Duration wish(HintsOutcome.Failed failed) {
        return failed.outcome() instanceof PassOutcome.Incomplete incomplete ? incomplete.retryAfter() : Duration.ZERO;
    }
}
