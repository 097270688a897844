package dev.greenroom.workspace.preprovision;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A limit is a number of workspaces. Whoever means "no limit" by a negative one would get nothing, without a word. */
@ApplicationScoped
class CheckLimits {

    private final PreprovisionConfig config;

    CheckLimits(PreprovisionConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException at start, where one is none */
    void check(@Observes StartupEvent started) {
        check("max-per-user", config.maxPerUser());
        check("max-per-entity", config.maxPerEntity());
        check("max-per-hour", config.maxPerHour());
    }

    private static void check(String name, int limit) {
        if (limit < 0) {
            throw new IllegalStateException("greenroom.preprovision." + name + " is " + limit
                    + ": it is a number from 0, which allows none, and a large one for no limit");
        }
    }
}
