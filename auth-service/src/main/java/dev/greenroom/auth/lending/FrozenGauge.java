package dev.greenroom.auth.lending;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether lending is frozen: {@code greenroom_lending_frozen}, 1 or 0. All replicas read the same row, so that their
 * figures are one.
 */
@ApplicationScoped
class FrozenGauge {
    private final LendingStore lending;
    private final AtomicInteger frozen;

    FrozenGauge(LendingStore lending, MeterRegistry meters) {
        this.lending = lending;
        this.frozen = meters.gauge("greenroom.lending.frozen", new AtomicInteger());
    }

    @Scheduled(every = "10s", delayed = "5s")
    @Transactional
    void measure() {
        frozen.set(lending.state().frozen() ? 1 : 0);
    }
}
