package dev.greenroom.catalogsync.lead;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Makes the leadership of another replica. */
@ApplicationScoped
public class AnotherLeadership {
    private final LeaseStore store;

    AnotherLeadership(LeaseStore store) {
        this.store = store;
    }

    public Leadership create() {
        return new Leadership(store, () -> Duration.ofSeconds(30), "default");
    }
}
