package dev.greenroom.workspace.coder;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** One line when Coder goes away and one when it is back, however many operations wait and whatever is tried between. */
@ApplicationScoped
class TellOfTheBreaker {

    private static final Logger LOG = Logger.getLogger(TellOfTheBreaker.class);

    private final CircuitBreakerMaintenance breakers;
    private final AtomicReference<CircuitBreakerState> last = new AtomicReference<>(CircuitBreakerState.CLOSED);

    TellOfTheBreaker(CircuitBreakerMaintenance breakers) {
        this.breakers = breakers;
    }

    void listen(@Observes StartupEvent started) {
        breakers.onStateChange(CoderCalls.BREAKER, this::changed);
    }

    private void changed(CircuitBreakerState state) {
        var before = last.getAndSet(state);
        switch (state) {
            case OPEN -> {
                // After a trial that failed it is the same outage.
                if (before != CircuitBreakerState.HALF_OPEN) {
                    LOG.warn("Coder fails or gives no answer: calls are stopped, and operations wait (breaker open)");
                }
            }
            case CLOSED -> LOG.warn("Coder answers again: operations go on (breaker closed)");
            case HALF_OPEN -> LOG.debug("one call is let through to Coder");
        }
    }
}
