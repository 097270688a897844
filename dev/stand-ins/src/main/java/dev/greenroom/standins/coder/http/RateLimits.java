package dev.greenroom.standins.coder.http;

import dev.greenroom.standins.coder.steering.Settings;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Coder's rate limit: so many requests a minute per caller and path, counted in a window that slides over two
 * minutes (recorded: {@code 22-429-api}, {@code 21-429-login}).
 */
public final class RateLimits {

    private static final int WINDOW_SECONDS = 60;
    private static final int LOGINS_PER_MINUTE = 60;

    private final Settings settings;
    private final Clock clock;
    private final Map<String, Count> counts = new HashMap<>();
    private long cleaned;

    public RateLimits(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts a call and writes the limit's headers. */
    public void check(Exchange exchange, String caller) {
        int limit = exchange.request().path().equals("/api/v2/users/login")
                ? LOGINS_PER_MINUTE
                : settings.requestsPerMinute();
        if (settings.requestsPerMinute() == 0) {
            return;
        }
        long now = clock.millis();
        long window = now / (WINDOW_SECONDS * 1000L);
        forgetBefore(window - 1);
        Count count = counts.getOrDefault(caller + " " + exchange.request().path(), new Count(window, 0, 0))
                .in(window);
        double share = 1 - (now % (WINDOW_SECONDS * 1000L)) / (WINDOW_SECONDS * 1000.0);
        int used = (int) (count.before() * share) + count.now();
        exchange.response()
                .putHeader("X-Ratelimit-Limit", Integer.toString(limit))
                .putHeader("X-Ratelimit-Remaining", Integer.toString(Math.max(0, limit - used - 1)))
                .putHeader("X-Ratelimit-Reset", Long.toString((window + 1) * WINDOW_SECONDS));
        if (used >= limit) {
            throw exceeded(limit, WINDOW_SECONDS);
        }
        counts.put(caller + " " + exchange.request().path(), count.oneMore());
    }

    static Refusal exceeded(int limit, long retryAfterSeconds) {
        return Refusal.of(429, "You've been rate limited for sending more than " + limit + " requests in 1m0s.")
                .header("Retry-After", Long.toString(retryAfterSeconds));
    }

    private void forgetBefore(long window) {
        if (cleaned < window) {
            cleaned = window;
            counts.values().removeIf(count -> count.window() < window);
        }
    }

    private record Count(long window, int before, int now) {

        Count in(long current) {
            if (current == window) {
                return this;
            }
            return new Count(current, current == window + 1 ? now : 0, 0);
        }

        Count oneMore() {
            return new Count(window, before, now + 1);
        }
    }
}
