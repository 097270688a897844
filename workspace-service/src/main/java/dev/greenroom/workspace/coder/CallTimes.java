package dev.greenroom.workspace.coder;

import dev.greenroom.workspace.queue.QueueConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a call may take, and whether a turn lasts for it: else another worker takes the turn during the call. */
@ApplicationScoped
class CallTimes {

    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Duration longest;
    private final Duration lease;

    CallTimes(
            @ConfigProperty(name = "quarkus.rest-client.coder.connect-timeout") long connectMillis,
            @ConfigProperty(name = "quarkus.rest-client.coder.read-timeout") long readMillis,
            QueueConfig queue) {
        this.longest = Duration.ofMillis(connectMillis + readMillis).plus(MARGIN);
        this.lease = queue.lease();
    }

    Duration longest() {
        return longest;
    }

    /** @throws IllegalStateException at start, where the settings contradict each other */
    void check(@Observes StartupEvent started) {
        if (lease.compareTo(longest) <= 0) {
            throw new IllegalStateException("greenroom.workspace.queue.lease is " + lease
                    + ", and has to be longer than the longest call to Coder, " + longest
                    + ": quarkus.rest-client.coder.connect-timeout and read-timeout, and a second");
        }
    }
}
