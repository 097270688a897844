package dev.greenroom.catalogsync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says that the service is going down, and is what everything waits on that waits. */
@ApplicationScoped
public class StopSignal {
    private final CountDownLatch stop = new CountDownLatch(1);

    public void give() {
        stop.countDown();
    }

    public boolean given() {
        return stop.getCount() == 0;
    }

    /** Waits for so long, or until the service goes down. */
    public void waitFor(Duration time) {
        try {
            stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            give();
        }
    }
}
