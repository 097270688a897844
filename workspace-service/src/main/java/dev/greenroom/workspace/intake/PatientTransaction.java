package dev.greenroom.workspace.intake;

import dev.greenroom.workspace.database.DatabaseFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jboss.logging.Logger;

/** Runs a transaction until it commits. Only data that is refused, and the application's end, stop it. */
@ApplicationScoped
class PatientTransaction {

    private static final Logger LOG = Logger.getLogger(PatientTransaction.class);

    private final BatchesInWork inWork;

    PatientTransaction(BatchesInWork inWork) {
        this.inWork = inWork;
    }

    @Retry(
            maxRetries = -1,
            maxDuration = 0,
            delay = 100,
            jitter = 50,
            delayUnit = ChronoUnit.MILLIS,
            jitterDelayUnit = ChronoUnit.MILLIS,
            abortOn = {RefusedData.class, ShuttingDown.class})
    @ExponentialBackoff(maxDelay = 5000)
    void run(String channel, Runnable work) {
        inWork.beat(channel);
        try {
            QuarkusTransaction.requiringNew().run(work);
        } catch (RuntimeException e) {
            if (DatabaseFailure.refusedTheData(e)) {
                throw new RefusedData(e);
            }
            LOG.warnf("batch waits channel=%s cause=%s", channel, e);
            throw e;
        }
    }
}
