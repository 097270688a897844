package dev.greenroom.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Gives the service its clock, so that tests may give it another. */
class SystemClock {

    /** In microseconds, as PostgreSQL keeps them: a moment reads the same before and after it was stored. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
