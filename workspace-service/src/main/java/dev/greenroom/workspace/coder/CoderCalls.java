package dev.greenroom.workspace.coder;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Makes one call, behind a breaker that only 5xx answers, answers that are not Coder's and calls without an answer open:
 * what a user may not do says nothing about Coder's health. Times each as {@code greenroom_coder_calls_seconds} by call and status,
 * which is {@code held-back} for one that was not made, since it would come close to Coder's limit.
 */
@ApplicationScoped
class CoderCalls {

    static final String BREAKER = "coder";
    private static final int SERVER_ERRORS = 500;

    private final MeterRegistry meters;

    CoderCalls(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @throws CoderAway where Coder gave no answer, or one that says that it is in trouble */
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.5,
            delay = 2,
            delayUnit = ChronoUnit.SECONDS,
            failOn = CoderAway.class)
    @CircuitBreakerName(BREAKER)
    RawAnswer call(String name, Supplier<Response> call) {
        var timer = Timer.start(meters);
        var status = "none";
        try (var response = call.get()) {
            var answer = RawAnswer.of(response);
            status = answer.heldBack() ? "held-back" : String.valueOf(answer.status());
            if (answer.status() >= SERVER_ERRORS || !answer.isCoders()) {
                throw new CoderAway(name + " answered " + answer.status() + " "
                        + answer.error().text());
            }
            return answer;
        } catch (ProcessingException e) {
            throw new CoderAway(name + " got no answer: " + rootOf(e));
        } finally {
            timer.stop(meters.timer("greenroom.coder.calls", "call", name, "status", status));
        }
    }

    /** The kind of the failure only: a message may quote what was sent. */
    private static String rootOf(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }
}
