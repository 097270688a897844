package dev.greenroom.catalogsync.poll;

import dev.greenroom.catalogsync.confirmation.HowToConfirm;
import dev.greenroom.catalogsync.pass.PassOutcome;
import dev.greenroom.catalogsync.pass.PassReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** One line for a pass that an operator should know of; quiet passes are at DEBUG. */
@ApplicationScoped
class LogPass {
    private static final Logger LOG = Logger.getLogger(LogPass.class);

    void log(PassReport report) {
        switch (report.outcome()) {
            case PassOutcome.Complete _ ->
                LOG.log(quiet(report) ? Logger.Level.DEBUG : Logger.Level.INFO, line(report));
            case PassOutcome.WithdrawalsHeld held ->
                LOG.errorf(
                        "withdrawals held: missing=%d known=%d, too many at once; %s; %s",
                        held.missing(), held.known(), HowToConfirm.of(held.missing()), line(report));
            case PassOutcome.Incomplete incomplete ->
                LOG.warnf("the pass ends early: %s; %s", incomplete.why(), line(report));
            case PassOutcome.LeaseLost _ -> LOG.infof("another replica has taken over; %s", line(report));
            case PassOutcome.Stopped _ -> LOG.debug(line(report));
        }
    }

    private static boolean quiet(PassReport report) {
        return report.changed() == 0 && report.withdrawn() == 0;
    }

    private static String line(PassReport report) {
        return "entities=%d changed=%d invalid=%d withdrawn=%d ms=%d"
                .formatted(
                        report.seen(),
                        report.changed(),
                        report.invalid(),
                        report.withdrawn(),
                        Duration.between(report.startedAt(), report.finishedAt())
                                .toMillis());
    }
}
