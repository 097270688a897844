package dev.greenroom.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerConfig;

/** A replica's relay of one shard, beside those of the application under test. */
final class TestRelay implements AutoCloseable {
    private final Counter published = new SimpleMeterRegistry().counter("published");
    private final ShardState state;
    private final ShardRelay relay;
    private final Thread thread;

    TestRelay(int shard, Settings settings, DataSource database, String bootstrapServers) {
        this(shard, settings, database, new ShardProducers(broker(bootstrapServers), settings));
    }

    TestRelay(int shard, Settings settings, DataSource database, ShardProducers producers) {
        state = new ShardState(shard, published);
        relay = new ShardRelay(
                shard,
                settings,
                new LeaseStore(database, settings),
                new QueueStore(database, settings),
                producers::open,
                state);
        thread = Thread.ofVirtual().start(relay);
    }

    static Map<String, Object> broker(String bootstrapServers) {
        return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    boolean leads() {
        return state.condition() instanceof ShardState.Condition.Leading;
    }

    boolean standsBy() {
        return state.condition() instanceof ShardState.Condition.StandingBy;
    }

    int published() {
        return (int) published.count();
    }

    /** Ends as a service that is told to: the batch is finished and the lease given back. */
    @Override
    public void close() {
        relay.pause().stop();
        try {
            if (!thread.join(Duration.ofSeconds(10))) {
                throw new AssertionError("the relay did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
