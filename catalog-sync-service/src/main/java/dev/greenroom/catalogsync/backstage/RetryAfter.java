package dev.greenroom.catalogsync.backstage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, 10.2.3) in seconds; a date, which proxies don't send with 429, is not read. */
final class RetryAfter {
    private static final Duration UNSAID = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private RetryAfter() {}

    static Duration read(@Nullable String header) {
        if (header == null || !header.strip().matches("\\d{1,9}")) {
            return UNSAID;
        }
        var asked = Duration.ofSeconds(Long.parseLong(header.strip()));
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }
}
