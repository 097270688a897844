package dev.greenroom.workspace.queue;

import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationEvents;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what commands came to: {@code greenroom_commands_total} by command, cause, status and failure. */
@ApplicationScoped
class Outcomes {

    private final MeterRegistry meters;

    Outcomes(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Operation settled) {
        var failure = settled.failure();
        meters.counter(
                        "greenroom.commands",
                        "command",
                        OperationEvents.nameOf(settled.command()),
                        "cause",
                        settled.command().cause().name(),
                        "status",
                        settled.status().name(),
                        "failure",
                        failure == null ? "none" : failure.code())
                .increment();
    }
}
