package dev.greenroom.auth.revocation;

import dev.greenroom.auth.account.EndGrants;
import dev.greenroom.auth.lending.HoldLending;
import dev.greenroom.contracts.UserRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Begins to end every link. Lending is frozen with it, for all replicas at once: nothing is lent from its commit on, and
 * so it does not matter that the links themselves are ended one after the other ({@link EndEveryLink}).
 */
@ApplicationScoped
class BeginRevocation {
    private static final Logger LOG = Logger.getLogger(BeginRevocation.class);

    private final RevocationStore revocations;
    private final HoldLending hold;
    private final EndGrants endGrants;
    private final Clock clock;

    BeginRevocation(RevocationStore revocations, HoldLending hold, EndGrants endGrants, Clock clock) {
        this.revocations = revocations;
        this.hold = hold;
        this.endGrants = endGrants;
        this.clock = clock;
    }

    private record Begun(RevocationState state, boolean isNew) {}

    /** The one that is under way, where there is one, whoever began it. */
    RevocationState begin(RevocationRequest wanted, UserRef by) {
        var begun = QuarkusTransaction.requiringNew().call(() -> write(wanted, by));
        if (begun.isNew()) {
            LOG.warnf("revocation begun by=%s reason=\"%s\"", by, wanted.reason());
        }
        return begun.state();
    }

    private Begun write(RevocationRequest wanted, UserRef by) {
        var isNew = revocations.begin(by, wanted.reason(), clock.instant());
        if (isNew) {
            hold.hold(by, wanted.reason());
        }
        return new Begun(revocations.last().orElseThrow().state(endGrants.countWaitingForCoder()), isNew);
    }
}
