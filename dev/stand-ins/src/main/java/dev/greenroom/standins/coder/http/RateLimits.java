package dev.greenroom.standins.coder.http;

import dev.greenroom.standins.coder.steering.Settings;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Coder's rate limit: so many requests a minute per caller and path, counted in a window that slides over two
 * minutes (recorded: {@code 22-429-api}, {@code 21-429-login}).
 */
final class RateLimits {

    private static final int WINDOW_SECONDS = 60;
    private static final long WINDOW_MILLIS = 1000L * WINDOW_SECONDS;
    private static final int LOGINS_PER_MINUTE = 60;

    private final Settings settings;
    private final Clock clock;
    private final Map<String, Count> counts = new HashMap<>();
    private long oldestWindow;

    RateLimits(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts a call, writes the limit's headers, and refuses what is too much. */
    void check(Exchange exchange, String caller) {
        if (settings.requestsPerMinute() == 0) {
            return;
        }
        Usage usage = use(caller, exchange.request().path());
        exchange.response()
                .putHeader("X-Ratelimit-Limit", Integer.toString(usage.limit()))
                .putHeader("X-Ratelimit-Remaining", Integer.toString(usage.remaining()))
                .putHeader("X-Ratelimit-Reset", Long.toString(usage.resetsAt()));
        if (usage.isExceeded()) {
            throw exceeded(usage.limit(), WINDOW_SECONDS);
        }
    }

    Usage use(String caller, String path) {
        int limit = path.equals("/api/v2/users/login") ? LOGINS_PER_MINUTE : settings.requestsPerMinute();
        long now = clock.millis();
        long window = now / WINDOW_MILLIS;
        forgetBefore(window - 1);
        String key = caller + " " + path;
        Count count = counts.getOrDefault(key, new Count(window, 0, 0)).in(window);
        double shareOfBefore = 1 - (now % WINDOW_MILLIS) / (double) WINDOW_MILLIS;
        int used = (int) (count.before() * shareOfBefore) + count.now();
        boolean exceeded = used >= limit;
        counts.put(key, exceeded ? count : count.oneMore());
        return new Usage(limit, Math.max(0, limit - used - 1), (window + 1) * WINDOW_SECONDS, exceeded);
    }

    static Refusal exceeded(int limit, long retryAfterSeconds) {
        return Refusal.of(429, "You've been rate limited for sending more than " + limit + " requests in 1m0s.")
                .header("Retry-After", Long.toString(retryAfterSeconds));
    }

    private void forgetBefore(long window) {
        if (oldestWindow < window) {
            oldestWindow = window;
            counts.values().removeIf(count -> count.window() < window);
        }
    }

    /**
     * How far a caller is.
     *
     * @param resetsAt when the minute ends, in seconds since 1970
     */
    record Usage(int limit, int remaining, long resetsAt, boolean isExceeded) {}

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
