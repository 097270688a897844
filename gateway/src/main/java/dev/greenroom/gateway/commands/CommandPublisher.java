package dev.greenroom.gateway.commands;

import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.gateway.commands.PublishOutcome.Published;
import dev.greenroom.gateway.commands.PublishOutcome.Unacknowledged;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes commands and waits for the acknowledgement of all in-sync replicas, within a bound. After two in a row
 * without one a breaker answers for the broker, and lets one command try it from time to time.
 */
@ApplicationScoped
public class CommandPublisher {
    private static final Logger LOG = Logger.getLogger(CommandPublisher.class);

    private final Clock clock;
    private final MessageCodec codec;
    private final Broker broker;
    private final PublishingConfig config;
    private final MeterRegistry meters;
    private final TypedGuard<RecordMetadata> breaker;
    private final AtomicBoolean away = new AtomicBoolean();

    /** When the next command may try the broker; null while all may. */
    private final AtomicReference<@Nullable Instant> nextTry = new AtomicReference<>();

    CommandPublisher(Clock clock, Broker broker, PublishingConfig config, MeterRegistry meters) {
        this.clock = clock;
        this.codec = new MessageCodec("gateway", clock);
        this.broker = broker;
        this.config = config;
        this.meters = meters;
        this.breaker = TypedGuard.create(RecordMetadata.class)
                .withCircuitBreaker()
                .requestVolumeThreshold(2)
                .failureRatio(1)
                .successThreshold(1)
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(this::follow)
                .done()
                .build();
    }

    /**
     * Blocks for at most the configured time-out: call it on a virtual thread.
     *
     * @param traceparent the caller's trace context, which travels with the record as a header
     */
    public PublishOutcome publish(WorkspaceCommand command, @Nullable String traceparent) {
        var started = Timer.start(meters);
        var outcome = attempt(codec.encode(command, traceparent));
        started.stop(meters.timer(
                "greenroom.commands.publish",
                "command",
                command.getClass().getSimpleName(),
                "outcome",
                outcome instanceof Published ? "published" : "unacknowledged"));
        return outcome;
    }

    /**
     * What a command would hear while nothing is sent, empty while commands are tried: then nobody needs to be asked
     * about one, who may be away together with Kafka and be waited for. While Kafka is away it is empty once in each of
     * the breaker's delays, for the caller whose command is then to try it.
     */
    public Optional<Unacknowledged> refusal() {
        var due = nextTry.get();
        return due == null || takesTurn(due) ? Optional.empty() : Optional.of(unacknowledged());
    }

    private boolean takesTurn(Instant due) {
        var now = clock.instant();
        return !now.isBefore(due) && nextTry.compareAndSet(due, now.plus(config.breakerDelay()));
    }

    /** Whether the last command that was tried was not acknowledged. */
    boolean away() {
        return away.get();
    }

    private PublishOutcome attempt(ProducerRecord<String, byte[]> message) {
        try {
            breaker.call(() -> broker.deliver(message));
            if (away.compareAndSet(true, false)) {
                LOG.info("Kafka acknowledges commands again");
            }
            return new Published();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            if (!(e instanceof CircuitBreakerOpenException) && away.compareAndSet(false, true)) {
                LOG.warnf("Kafka does not acknowledge commands: %s", e);
            }
            return unacknowledged();
        }
    }

    private void follow(CircuitBreakerState state) {
        switch (state) {
            case OPEN -> nextTry.set(clock.instant().plus(config.breakerDelay()));
            case HALF_OPEN -> {
                // It is so until a command has tried the broker, and those that are let through may be long in coming.
            }
            case CLOSED -> nextTry.set(null);
        }
    }

    private Unacknowledged unacknowledged() {
        return new Unacknowledged(config.retryAfter());
    }
}
