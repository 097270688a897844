package dev.greenroom.catalogsync.compile;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time to live, as Coder's own command line takes it: days, hours and minutes, such as {@code 8h}, {@code 1h30m}
 * or {@code 2d}. Coder takes nothing under a minute, and nothing of 30 days or more.
 */
final class ReadTtl {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,2})d)?(?:(\\d{1,3})h)?(?:(\\d{1,5})m)?");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration TOO_LONG = Duration.ofDays(30);

    private ReadTtl() {}

    /** The time; null without one, or with one that is refused. */
    static @Nullable Duration read(@Nullable YamlValue value) {
        if (value == null) {
            return null;
        }
        var form = FORM.matcher(value.node().isTextual() ? value.node().textValue() : "");
        var time = form.matches() ? timeOf(form) : Duration.ZERO;
        if (time.compareTo(SHORTEST) >= 0 && time.compareTo(TOO_LONG) < 0) {
            return time;
        }
        value.refuse("must be a time from 1m to less than 30d, such as 8h, 1h30m or 2d");
        return null;
    }

    private static Duration timeOf(Matcher form) {
        return Duration.ofDays(number(form.group(1)))
                .plusHours(number(form.group(2)))
                .plusMinutes(number(form.group(3)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
