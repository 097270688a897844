package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.hint.HintConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** When it is time to look for hints again, in the course of a pass whose pages come faster than that. */
@ApplicationScoped
class HintTimer {
    private final long nanos;
    private long last = System.nanoTime();

    HintTimer(HintConfig config) {
        this.nanos = config.interval().toNanos();
    }

    boolean isTime() {
        var now = System.nanoTime();
        if (now - last < nanos) {
            return false;
        }
        last = now;
        return true;
    }
}
