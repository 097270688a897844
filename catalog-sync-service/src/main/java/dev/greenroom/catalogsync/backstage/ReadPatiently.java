package dev.greenroom.catalogsync.backstage;

import dev.greenroom.catalogsync.StopSignal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** Tries a read again where that may help: a pass over a large catalog must not end at the first hiccup. */
@ApplicationScoped
class ReadPatiently {
    private final BackstageConfig config;
    private final StopSignal stop;

    ReadPatiently(BackstageConfig config, StopSignal stop) {
        this.config = config;
        this.stop = stop;
    }

    /** The first outcome that is no failure, or the last failure. */
    <T> T read(Supplier<T> read) {
        var outcome = read.get();
        for (int attempt = 1; attempt < config.attempts() && !stop.given(); attempt++) {
            var pause = pause(outcome, attempt);
            if (pause.isNegative()) {
                return outcome;
            }
            stop.waitFor(pause);
            outcome = read.get();
        }
        return outcome;
    }

    private Duration pause(Object outcome, int attempt) {
        return switch (outcome) {
            case ReadFailure.Unavailable _ -> config.pause().multipliedBy(attempt);
            case ReadFailure.Limited limited
            when limited.retryAfter().compareTo(config.patience()) <= 0 -> limited.retryAfter();
            default -> Duration.ofNanos(-1);
        };
    }
}
