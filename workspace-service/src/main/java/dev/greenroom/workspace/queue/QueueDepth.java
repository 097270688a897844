package dev.greenroom.workspace.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much is still to be done: {@code greenroom_commands_open}, and for how long the turn that is due longest has
 * waited: {@code greenroom_turns_overdue_seconds}. All replicas see the same queue, so that their figures are one.
 */
@ApplicationScoped
class QueueDepth {

    private final OwnerQueueStore queue;
    private final AtomicLong open;
    private final AtomicLong overdueSeconds;

    QueueDepth(OwnerQueueStore queue, MeterRegistry meters) {
        this.queue = queue;
        this.open = meters.gauge("greenroom.commands.open", new AtomicLong());
        this.overdueSeconds = meters.gauge("greenroom.turns.overdue.seconds", new AtomicLong());
    }

    @Scheduled(every = "10s", delayed = "5s")
    void measure() {
        open.set(queue.openCommands());
        overdueSeconds.set(queue.untilNextDue()
                .filter(rest -> rest.isNegative())
                .map(rest -> -rest.toSeconds())
                .orElse(0L));
    }
}
