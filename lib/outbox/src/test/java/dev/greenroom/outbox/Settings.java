package dev.greenroom.outbox;

import java.time.Duration;

/** What a test relay of its own is given. */
record Settings(
        String writer,
        int shards,
        boolean relay,
        Duration lease,
        int batch,
        Duration pollMin,
        Duration pollMax,
        Duration deliveryTimeout,
        Duration retryMax)
        implements OutboxConfig {

    /** Looks often, since nobody wakes it, and sends a few rows at a time. */
    static Settings withLease(Duration lease) {
        return new Settings(
                "outbox-test",
                1,
                true,
                lease,
                10,
                Duration.ofMillis(10),
                Duration.ofMillis(20),
                Duration.ofSeconds(6),
                Duration.ofSeconds(1));
    }

    /** As this, but soon at an end with what the broker refuses. */
    Settings withPatience(Duration deliveryTimeout, Duration retryMax) {
        return new Settings(writer, shards, relay, lease, batch, pollMin, pollMax, deliveryTimeout, retryMax);
    }
}
