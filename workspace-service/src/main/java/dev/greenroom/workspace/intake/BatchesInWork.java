package dev.greenroom.workspace.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The batch that each channel is at, and when it last showed life. */
@ApplicationScoped
class BatchesInWork {

    private final Map<String, Instant> lastSigns = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile boolean ending;

    BatchesInWork(Clock clock) {
        this.clock = clock;
    }

    void begin(String channel) {
        lastSigns.put(channel, clock.instant());
    }

    /** The batch can't go on for now, and that is not its fault. */
    void beat(String channel) {
        lastSigns.put(channel, clock.instant());
    }

    /** @throws ShuttingDown where nothing is to be tried any more */
    void requireNotEnding() {
        if (ending) {
            throw new ShuttingDown();
        }
    }

    void end(String channel) {
        lastSigns.remove(channel);
    }

    void refuseMore() {
        ending = true;
    }

    boolean none() {
        return lastSigns.isEmpty();
    }

    /** The channels whose batch has shown no life for longer than that. */
    Map<String, Duration> silentFor(Duration limit) {
        var now = clock.instant();
        var silent = new ConcurrentHashMap<String, Duration>();
        lastSigns.forEach((channel, last) -> {
            var age = Duration.between(last, now);
            if (age.compareTo(limit) > 0) {
                silent.put(channel, age);
            }
        });
        return silent;
    }
}
