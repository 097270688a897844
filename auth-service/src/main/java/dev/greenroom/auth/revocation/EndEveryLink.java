package dev.greenroom.auth.revocation;

import dev.greenroom.auth.account.EndGrants;
import dev.greenroom.auth.lending.HoldLending;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Goes on with a revocation that is under way, a part for each transaction, until no grant is left of those that were
 * there when it began. How far it is stands in its row: after a crash any replica goes on from there, and several take
 * turns. Somebody who links anew meanwhile may be unlinked once more.
 */
@ApplicationScoped
class EndEveryLink {
    private static final Logger LOG = Logger.getLogger(EndEveryLink.class);

    /** Grants of one transaction: so few that nobody waits for long who meets one of its locks. */
    private static final int PART = 50;

    private final RevocationStore revocations;
    private final EndGrants endGrants;
    private final HoldLending hold;
    private final Clock clock;

    EndEveryLink(RevocationStore revocations, EndGrants endGrants, HoldLending hold, Clock clock) {
        this.revocations = revocations;
        this.endGrants = endGrants;
        this.hold = hold;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        var state = goOn();
        while (state.isPresent() && state.get().underWay()) {
            state = goOn();
        }
        state.ifPresent(done ->
                LOG.warnf("revocation finished accounts=%d; lending stays frozen until it is thawed", done.accounts()));
    }

    private Optional<RevocationState> goOn() {
        return QuarkusTransaction.requiringNew()
                .call(() -> revocations.lockUnderWay().map(this::part));
    }

    /** The last part finds nothing more to end. */
    private RevocationState part(Revocation revocation) {
        endGrants
                .next(revocation.lastGrant(), PART)
                .ifPresentOrElse(ended -> revocation.cameTo(ended.last(), ended.accounts()), () -> finish(revocation));
        return revocation.state(0);
    }

    private void finish(Revocation revocation) {
        revocation.finished(clock.instant());
        hold.letGo();
    }
}
