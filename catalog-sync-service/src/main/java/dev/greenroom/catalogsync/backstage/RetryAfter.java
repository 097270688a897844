package dev.greenroom.catalogsync.backstage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Retry-After} (RFC 9110, 10.2.3) in seconds, of which five minutes count at most; a date, which
 * proxies don't send with 429, counts as one second, as does no header.
 */
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
