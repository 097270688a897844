package dev.greenroom.workspace.preprovision;

import dev.greenroom.workspace.pause.PauseStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many are due and wait for what: {@code greenroom_preprovision_waiting}, and whether pre-provisioning is paused:
 * {@code greenroom_preprovision_paused}, 1 or 0. All replicas read the same rows, so that their figures are one.
 */
@ApplicationScoped
class PreprovisionMeters {

    private final Waiting waiting;
    private final PauseStore pause;
    private final Map<String, AtomicLong> waits;
    private final AtomicInteger paused;

    PreprovisionMeters(Waiting waiting, PauseStore pause, MeterRegistry meters) {
        this.waiting = waiting;
        this.pause = pause;
        this.waits = Arrays.stream(WaitsFor.values())
                .map(WaitsFor::code)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        code -> meters.gauge(
                                "greenroom.preprovision.waiting", Tags.of("for", code), new AtomicLong())));
        this.paused = meters.gauge("greenroom.preprovision.paused", new AtomicInteger());
    }

    @Scheduled(every = "10s", delayed = "5s")
    void measure() {
        var counted = waiting.count();
        waits.forEach((code, gauge) -> gauge.set(counted.getOrDefault(code, 0L)));
        paused.set(pause.state().paused() ? 1 : 0);
    }
}
