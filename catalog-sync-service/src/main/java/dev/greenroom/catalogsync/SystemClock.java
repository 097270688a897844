package dev.greenroom.catalogsync;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one place that takes the time from the system; leases take it from the database. */
final class SystemClock {
    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
