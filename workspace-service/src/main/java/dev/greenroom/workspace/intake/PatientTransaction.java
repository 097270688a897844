package dev.greenroom.workspace.intake;

import dev.greenroom.problems.DatabaseOutage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jboss.logging.Logger;

/** Runs a transaction until it commits, through outages of the database. Any other failure ends it. */
@ApplicationScoped
class PatientTransaction {

    private static final Logger LOG = Logger.getLogger(PatientTransaction.class);

    private final BatchesInWork inWork;
    private final Duration timeout;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    PatientTransaction(BatchesInWork inWork, IntakeConfig config) {
        this.inWork = inWork;
        this.timeout = config.transactionTimeout();
    }

    /**
     * @param divisible whether there are smaller parts of the work, which may take less time
     * @throws NotKept where it failed, and not because of an outage
     * @throws TookTooLong where it is divisible, and was ended for its length
     */
    @Retry(
            maxRetries = -1,
            maxDuration = 0,
            delay = 100,
            jitter = 50,
            delayUnit = ChronoUnit.MILLIS,
            jitterDelayUnit = ChronoUnit.MILLIS,
            retryOn = Outage.class)
    @ExponentialBackoff(maxDelay = 5000)
    void run(String channel, boolean divisible, Runnable work) {
        inWork.requireNotEnding();
        var began = System.nanoTime();
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(timeout.toSeconds()))
                    .run(work);
            goesOn(channel);
        } catch (RuntimeException e) {
            if (!DatabaseOutage.causes(e)) {
                throw new NotKept(e);
            }
            if (divisible && System.nanoTime() - began >= timeout.toNanos()) {
                inWork.beat(channel);
                throw new TookTooLong(e);
            }
            waits(channel, e);
            throw new Outage(e);
        }
    }

    /** Waiting for the database is life, so that an outage restarts nobody; failing in any other way is not. */
    private void waits(String channel, RuntimeException why) {
        inWork.beat(channel);
        if (waiting.add(channel)) {
            LOG.warnf("batch waits for the database channel=%s cause=%s", channel, why);
        }
    }

    private void goesOn(String channel) {
        if (waiting.remove(channel)) {
            LOG.infof("batch goes on channel=%s", channel);
        }
    }
}
