package dev.greenroom.standins.coder.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.coder.http.RateLimits.Usage;
import dev.greenroom.standins.coder.steering.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window that slides over two minutes. */
class RateLimitsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
    private final Settings settings = new Settings();
    private final RateLimits limits = new RateLimits(settings, clock());

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    @BeforeEach
    void limit() {
        settings.requestsPerMinute(4);
    }

    @Test
    void countsDownToNothing() {
        assertThat(use().remaining()).isEqualTo(3);
        use();
        use();
        assertThat(use().remaining()).isZero();
        assertThat(use().isExceeded()).isTrue();
    }

    @Test
    void countsEachCallerAndPathAlone() {
        for (int i = 0; i < 4; i++) {
            use();
        }

        assertThat(limits.use("jane", "/other").isExceeded()).isFalse();
        assertThat(limits.use("john", "/path").isExceeded()).isFalse();
    }

    @Test
    void countsAPartOfTheMinuteBefore() {
        for (int i = 0; i < 4; i++) {
            use();
        }
        now.updateAndGet(moment -> moment.plus(Duration.ofSeconds(90)));

        assertThat(use().remaining()).isEqualTo(1);
    }

    @Test
    void forgetsAfterTwoMinutes() {
        for (int i = 0; i < 5; i++) {
            use();
        }
        now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(2)));

        assertThat(use().remaining()).isEqualTo(3);
    }

    @Test
    void endsAtTheEndOfTheMinute() {
        assertThat(use().resetsAt())
                .isEqualTo(Instant.parse("2026-01-01T12:01:00Z").getEpochSecond());
    }

    private Usage use() {
        return limits.use("jane", "/path");
    }
}
