package dev.greenroom.auth.lending;

import dev.greenroom.contracts.UserRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Freezes lending, or thaws it, for all replicas at once. No change without its record: both are one transaction. */
@ApplicationScoped
class ChangeLending {
    private static final Logger LOG = Logger.getLogger(ChangeLending.class);

    private final LendingStore lending;
    private final Clock clock;

    ChangeLending(LendingStore lending, Clock clock) {
        this.lending = lending;
        this.clock = clock;
    }

    /** Nothing is recorded where it was so already, for the same reason. */
    LendingOutcome change(LendingRequest wanted, UserRef by) {
        var outcome = QuarkusTransaction.requiringNew().call(() -> write(wanted, by));
        if (outcome instanceof LendingOutcome.Done done && done.changed()) {
            LOG.warnf("lending %s by=%s reason=\"%s\"", wanted.frozen() ? "frozen" : "thawed", by, wanted.reason());
        }
        return outcome;
    }

    private LendingOutcome write(LendingRequest wanted, UserRef by) {
        var now = clock.instant();
        var row = lending.claim();
        if (row.held() && !wanted.frozen()) {
            return new LendingOutcome.Held();
        }
        var changed = row.change(wanted, by, now);
        if (changed) {
            lending.record(wanted, by, now);
        }
        return new LendingOutcome.Done(row.state(), changed);
    }
}
