package dev.greenroom.catalogsync.poll;

import dev.greenroom.catalogsync.StopSignal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turn after turn, beginning with the start. A thread of its own and no scheduler, whose resolution is a second and which
 * can't be told to end between two pages.
 */
@ApplicationScoped
class PollingThread {
    private static final Logger LOG = Logger.getLogger(PollingThread.class);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private final PollCatalog pollCatalog;
    private final BetweenPasses betweenPasses;
    private final StopSignal stop;
    private @Nullable Thread thread;

    PollingThread(PollCatalog pollCatalog, BetweenPasses betweenPasses, StopSignal stop) {
        this.pollCatalog = pollCatalog;
        this.betweenPasses = betweenPasses;
        this.stop = stop;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("catalog-poll").daemon().start(this::run);
    }

    /** Lets the page in work be finished, and hands the lease over. */
    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stop.give();
        if (thread != null && !thread.join(LONGEST_FAREWELL)) {
            LOG.warn("the page in work did not end in time; it is published by the next pass");
        }
    }

    private void run() {
        while (!stop.given()) {
            betweenPasses.rest(pollCatalog.turn());
        }
        pollCatalog.resign();
    }
}
