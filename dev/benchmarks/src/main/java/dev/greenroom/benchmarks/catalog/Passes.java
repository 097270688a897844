package dev.greenroom.benchmarks.catalog;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The service's passes, by its metrics. Each look costs the service some milliseconds, so there are few. */
final class Passes {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    /** The service counts its outbox anew where it was counted longer ago than two seconds. */
    private static final Duration STALE = Duration.ofMillis(2_100);

    private static final String PASS = "greenroom_catalog_pass_seconds";
    private static final String COMPLETE = "outcome=\"complete\"";

    private final Metrics metrics;

    Passes(Metrics metrics) {
        this.metrics = metrics;
    }

    /** All passes up to a moment: complete ones, or it throws. */
    private record Ended(int count, double seconds) {
        static Ended of(Metrics.Look look) {
            double count = look.sum(PASS + "_count", COMPLETE);
            if (look.sum(PASS + "_count", "") != count) {
                throw new IllegalStateException("a pass was not complete");
            }
            return new Ended((int) count, look.sum(PASS + "_sum", COMPLETE));
        }
    }

    /** Waits for the end of the first pass, and gives how long it took, in seconds, by the service's clock. */
    double first() {
        return after(new Ended(0, 0));
    }

    /** Waits for the end of the next one. */
    double next() {
        return after(ended());
    }

    private double after(Ended before) {
        return await(
                "no pass ends",
                () -> Optional.of(ended())
                        .filter(now -> now.count() == before.count() + 1)
                        .map(now -> now.seconds() - before.seconds()));
    }

    private Ended ended() {
        return Ended.of(metrics.look());
    }

    /** Waits until all that the service has said so far is on Kafka. */
    void awaitDelivery() {
        long began = System.nanoTime();
        await(
                "the outbox does not get empty",
                () -> Optional.of(metrics.look().sum("greenroom_outbox_pending", ""))
                        .filter(rows -> rows == 0 && System.nanoTime() - began > STALE.toNanos()));
    }

    private static double await(String otherwise, Supplier<Optional<Double>> look) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new IllegalStateException(otherwise);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
