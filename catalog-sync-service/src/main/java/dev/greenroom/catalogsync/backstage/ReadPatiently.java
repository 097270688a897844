package dev.greenroom.catalogsync.backstage;

import dev.greenroom.catalogsync.StopSignal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
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
            var rest = outcome instanceof ReadFailure failure ? rest(failure, attempt) : Optional.<Duration>empty();
            if (rest.isEmpty()) {
                return outcome;
            }
            stop.waitFor(rest.get());
            outcome = read.get();
        }
        return outcome;
    }

    /** How long to rest before the next attempt; empty where another one can't help, or only much later. */
    private Optional<Duration> rest(ReadFailure failure, int attempt) {
        return switch (failure) {
            case ReadFailure.Unavailable _ -> Optional.of(config.retryDelay().multipliedBy(attempt));
            case ReadFailure.Limited limited ->
                Optional.of(limited.retryAfter()).filter(asked -> asked.compareTo(config.maxRetryAfter()) <= 0);
            case ReadFailure.CursorExpired _, ReadFailure.Refused _ -> Optional.empty();
        };
    }
}
