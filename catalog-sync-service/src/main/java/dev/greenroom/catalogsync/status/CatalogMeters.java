package dev.greenroom.catalogsync.status;

import dev.greenroom.catalogsync.pass.PassOutcome;
import dev.greenroom.catalogsync.pass.PassReport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.ToIntFunction;

/** What alerts and dashboards watch. */
@Startup
@ApplicationScoped
public class CatalogMeters {
    private static final String FAILURES = "greenroom.catalog.pass.failures";

    private final MeterRegistry registry;
    private final CatalogView view;

    CatalogMeters(MeterRegistry registry, CatalogView view) {
        this.registry = registry;
        this.view = view;
        Gauge.builder("greenroom.catalog.pass.age", view, it -> it.age().toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("Since the last pass began that read the whole catalog")
                .register(registry);
        gauge("greenroom.catalog.withdrawals.held", "Entities missing at once, and not withdrawn", it -> it.heldBack);
        entities("published", it -> it.entitiesPublished);
        entities("invalid", it -> it.entitiesInvalid);
        entities("withdrawn", it -> it.entitiesWithdrawn);
        registry.counter(FAILURES);
    }

    public void passed(PassReport report) {
        registry.timer("greenroom.catalog.pass", "outcome", nameOf(report.outcome()))
                .record(Duration.between(report.startedAt(), report.finishedAt()));
        if (PassEnd.of(report.outcome()).filter(PassEnd.INCOMPLETE::equals).isPresent()) {
            failed();
        }
    }

    /** A pass that did not get to an end at all. */
    public void failed() {
        registry.counter(FAILURES).increment();
    }

    /** As the API's words, in the letters that metrics have. */
    private static String nameOf(PassOutcome outcome) {
        return switch (outcome) {
            case PassOutcome.Complete _ -> "complete";
            case PassOutcome.WithdrawalsHeld _ -> "withdrawals_held";
            case PassOutcome.Incomplete _ -> "incomplete";
            case PassOutcome.LeaseLost _ -> "lease_lost";
            case PassOutcome.Stopped _ -> "stopped";
        };
    }

    private void entities(String state, ToIntFunction<PastPass> value) {
        Gauge.builder(
                        "greenroom.catalog.entities",
                        view,
                        it -> it.last().map(value::applyAsInt).orElse(0))
                .tag("state", state)
                .description("Entities by what was last published about them")
                .register(registry);
    }

    private void gauge(String name, String description, ToIntFunction<PastPass> value) {
        Gauge.builder(name, view, it -> it.last().map(value::applyAsInt).orElse(0))
                .description(description)
                .register(registry);
    }
}
