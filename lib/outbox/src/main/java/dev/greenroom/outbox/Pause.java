package dev.greenroom.outbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How one relay waits. */
final class Pause {
    private final Semaphore commits = new Semaphore(0);
    private final CountDownLatch stop = new CountDownLatch(1);

    /** Ends the current wait for rows, or else the next one. */
    void wake() {
        commits.release();
    }

    /** Ends all waits for good. */
    void stop() {
        stop.countDown();
        wake();
    }

    boolean stopped() {
        return stop.getCount() == 0;
    }

    /**
     * Waits for a commit.
     *
     * @return whether there was one
     */
    boolean idle(Duration atMost) throws InterruptedException {
        if (!commits.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        commits.drainPermits();
        return true;
    }

    /** Waits, whatever is committed meanwhile. */
    void rest(Duration duration) throws InterruptedException {
        stop.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
