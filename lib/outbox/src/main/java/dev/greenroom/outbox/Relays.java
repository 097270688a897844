package dev.greenroom.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** The relays of this process, one for each shard, from its start to its end. */
@ApplicationScoped
class Relays {
    /** After what observes by default, so that what consumers finish while they come to rest is still sent. */
    private static final int LATE = 4000;

    /** Enough for a batch; what it interrupts is sent again by the next relay. */
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(Relays.class);

    private final OutboxConfig config;
    private final LeaseStore leases;
    private final QueueStore queue;
    private final ShardProducers producers;
    private final WakeUps wakeUps;
    private final Counter published;
    private volatile List<Running> running = List.of();

    private record Running(ShardState state, Pause pause, Thread thread) {}

    Relays(
            OutboxConfig config,
            LeaseStore leases,
            QueueStore queue,
            ShardProducers producers,
            WakeUps wakeUps,
            MeterRegistry metrics) {
        this.config = config;
        this.leases = leases;
        this.queue = queue;
        this.producers = producers;
        this.wakeUps = wakeUps;
        this.published = Counter.builder("greenroom.outbox.published")
                .description("Messages that this process has sent from its outbox")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (config.relay()) {
            running = IntStream.range(0, shards()).mapToObj(this::start).toList();
        }
    }

    /** Those configured, and those that still have rows from when there were more. */
    private int shards() {
        try {
            return Math.max(config.shards(), queue.shards());
        } catch (SQLException e) {
            LOG.warnf("the outbox could not be asked for its shards: %s", e.getMessage());
            return config.shards();
        }
    }

    private Running start(int shard) {
        var state = new ShardState(shard, published);
        var relay = new ShardRelay(shard, config, leases, queue, producers::open, state);
        wakeUps.wake(relay.pause()::wake);
        var thread = Thread.ofVirtual()
                .name("outbox-" + shard)
                .uncaughtExceptionHandler(
                        (ended, error) -> LOG.errorf(error, "outbox shard %d: its relay has ended", shard))
                .start(relay);
        return new Running(state, relay.pause(), thread);
    }

    List<ShardState> states() {
        return running.stream().map(Running::state).toList();
    }

    /** Whether each relay still runs: one ends before its time only by an {@link Error}. */
    boolean alive() {
        return running.stream()
                .allMatch(relay -> relay.thread().isAlive() || relay.pause().stopped());
    }

    void stop(@Observes @Priority(LATE) ShutdownEvent event) throws InterruptedException {
        running.forEach(relay -> relay.pause().stop());
        for (var relay : running) {
            if (!relay.thread().join(LAST_BATCH)) {
                relay.thread().interrupt();
                relay.thread().join(LAST_BATCH);
            }
        }
    }
}
