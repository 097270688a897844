package dev.greenroom.benchmarks.catalog;

import dev.greenroom.benchmarks.catalog.backstage.LargeBackstage;
import java.time.Duration;

/**
 * Follows the service from rest to rest. What is done to the catalog is done at a rest, so that each pass is either
 * wholly before or wholly after it.
 */
final class PassByPass {
    /** So much of a rest has to be left for something to be done in it. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final LargeBackstage backstage;
    private final Passes passes;
    private final ConfigTopic topic;
    private final Duration between;
    private long restingSince;

    /** @param between how long the service rests */
    PassByPass(LargeBackstage backstage, Passes passes, ConfigTopic topic, Duration between) {
        this.backstage = backstage;
        this.passes = passes;
        this.topic = topic;
        this.between = between;
    }

    /** The service's first pass. Where others end before all is delivered, theirs is among what was published. */
    Pass first() {
        return delivered(0, passes.first());
    }

    /** The next one. */
    Pass next() {
        rest();
        int before = backstage.requests();
        return delivered(before, passes.next());
    }

    private Pass delivered(int before, double seconds) {
        restingSince = System.nanoTime();
        int requests = backstage.requests() - before;
        passes.awaitDelivery();
        return new Pass(seconds, requests, topic.next());
    }

    /** Returns at a rest: lets a pass go by that has begun, or is about to. */
    void rest() {
        if (System.nanoTime() - restingSince > between.minus(MARGIN).toNanos()) {
            passes.next();
            restingSince = System.nanoTime();
        }
    }
}
