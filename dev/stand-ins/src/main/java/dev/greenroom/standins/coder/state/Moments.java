package dev.greenroom.standins.coder.state;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as Coder's database keeps and its JSON shows them: UTC, to the microsecond. */
public final class Moments {

    /** Go's zero time, which Coder shows for what has never happened. */
    public static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    private Moments() {}

    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
