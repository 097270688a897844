package dev.greenroom.catalogsync;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Where this service takes the time of day from the system; leases take it from the database, libraries where they say. */
final class SystemClock {
    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
