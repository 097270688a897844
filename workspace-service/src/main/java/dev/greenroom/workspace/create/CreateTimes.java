package dev.greenroom.workspace.create;

import dev.greenroom.workspace.queue.Turn;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Times from acceptance to the first create call at Coder: {@code greenroom_create_call_delay_seconds}. */
@ApplicationScoped
class CreateTimes {

    private final Timer timer;
    private final Clock clock;

    CreateTimes(MeterRegistry meters, Clock clock) {
        this.timer = Timer.builder("greenroom.create.call.delay")
                .description("From the acceptance of a command to its create call at Coder")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(meters);
        this.clock = clock;
    }

    void sending(Turn turn) {
        if (turn.operation().attempts() == 0) {
            timer.record(Duration.between(turn.operation().acceptedAt(), clock.instant()));
        }
    }
}
