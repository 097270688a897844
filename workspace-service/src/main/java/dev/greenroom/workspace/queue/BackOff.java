package dev.greenroom.workspace.queue;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Rests of 0.5 s, 1 s, 2 s and so on up to half a minute, each up to a quarter longer so that crowds spread out. */
final class BackOff {

    private static final long FIRST_MILLIS = 500;
    private static final int DOUBLINGS = 6;
    private static final int SPREAD = 4;

    private BackOff() {}

    static Duration after(int attempts) {
        var rest = FIRST_MILLIS << Math.min(attempts, DOUBLINGS);
        return Duration.ofMillis(rest + ThreadLocalRandom.current().nextLong(rest / SPREAD + 1));
    }
}
