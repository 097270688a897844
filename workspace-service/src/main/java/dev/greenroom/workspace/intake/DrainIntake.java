package dev.greenroom.workspace.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Stops reading before anything else stops: SmallRye would go on taking batches that then fail. */
@ApplicationScoped
class DrainIntake {

    private static final Logger LOG = Logger.getLogger(DrainIntake.class);
    private static final long POLL_MILLIS = 10;

    private final ChannelRegistry channels;
    private final BatchesInWork inWork;
    private final IntakeConfig config;

    DrainIntake(ChannelRegistry channels, BatchesInWork inWork, IntakeConfig config) {
        this.channels = channels;
        this.inWork = inWork;
        this.config = config;
    }

    void on(@Observes @Priority(1) ShutdownEvent stopping) {
        channels.getIncomingNames().forEach(this::pause);
        inWork.refuseMore();
        var until = System.nanoTime() + config.drainFor().toNanos();
        while (!inWork.none()
                && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted()) {
            rest();
        }
        LOG.infof("intake stopped drained=%s", inWork.none());
    }

    private void pause(String channel) {
        PausableChannel pausable = channels.getPausable(channel);
        if (pausable != null) {
            pausable.pause();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
