package dev.greenroom.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Red once a relay has ended by itself, which only a restart mends. A broker or database that is away leaves it green. */
@Liveness
@ApplicationScoped
class OutboxLiveness implements HealthCheck {
    private final Relays relays;

    OutboxLiveness(Relays relays) {
        this.relays = relays;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox relays").status(relays.alive()).build();
    }
}
