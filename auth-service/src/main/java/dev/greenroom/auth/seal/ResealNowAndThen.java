package dev.greenroom.auth.seal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks for rows that other keys have sealed: at the start, since the primary key may be a new one, and from then on,
 * since replicas that don't have it yet go on sealing with the older, and rows may have been locked.
 */
@ApplicationScoped
class ResealNowAndThen {
    /** More than enough for a transaction, which is what a stop may have to wait for. */
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(ResealNowAndThen.class);

    private final ResealRows resealRows;
    private final ResealConfig config;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    ResealNowAndThen(ResealRows resealRows, ResealConfig config) {
        this.resealRows = resealRows;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("reseal").start(this::loop);
    }

    private void loop() {
        try {
            do {
                runOnce();
            } while (!stop.await(config.every().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that is away, or a column that can't be read, is for the next time. */
    private void runOnce() {
        try {
            resealRows.run(this::isStopped);
        } catch (RuntimeException e) {
            LOG.warnf(e, "not all rows were looked at; the next look is in %s", config.every());
        }
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        var running = thread;
        if (running != null) {
            running.join(LAST_BATCH);
        }
    }
}
