package dev.greenroom.outbox;

import static dev.greenroom.outbox.Events.key;
import static dev.greenroom.outbox.Events.newOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The relays of another replica, which starts beside the application under test. */
@QuarkusTest
class RelaysTest {
    @Inject
    DataSource database;

    @Inject
    WakeUps wakeUps;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final Settings settings = Settings.withLease(Duration.ofSeconds(1));
    private Relays relays;

    @AfterEach
    void stop() throws InterruptedException {
        relays.stop(new ShutdownEvent());
    }

    @Test
    void servesTheShardsThatHaveRowsFromWhenThereWereMoreOfThem() {
        // Given
        var owner = newOwner();
        new RowsOfAShard(database, 3).insert(owner, 1);
        relays = relays(new ShardProducers(TestRelay.broker(bootstrapServers), settings));

        // When
        relays.start(new StartupEvent());

        // Then
        try (var reader = new KeyReader(bootstrapServers, Topic.WORKSPACE_EVENTS, key(owner))) {
            assertThat(reader.revisionsUntil(1)).containsExactly(1L);
        }
    }

    @Test
    void standsByWhereAnotherReplicaLeads() {
        // Given
        relays = relays(new ShardProducers(TestRelay.broker(bootstrapServers), settings));

        // When
        relays.start(new StartupEvent());

        // Then
        await().until(() -> relays.states().getFirst().condition() instanceof ShardState.Condition.StandingBy);
        assertThat(relays.alive()).isTrue();
    }

    @Test
    void givesItsLeasesBackWhenItStops() throws Exception {
        // Given
        var rows = new RowsOfAShard(database, 2);
        rows.insert(newOwner(), 1);
        relays = relays(new ShardProducers(TestRelay.broker(bootstrapServers), settings));
        relays.start(new StartupEvent());
        await().until(() -> rows.count() == 0);

        // When
        relays.stop(new ShutdownEvent());

        // Then
        var leases = new LeaseStore(database, settings);
        var lease = leases.take(2);
        assertThat(lease).isPresent();
        leases.release(lease.orElseThrow());
    }

    @Test
    void isNoLongerAliveOnceARelayHasEndedByItself() {
        // Given
        var rows = new RowsOfAShard(database, 2);
        rows.insert(newOwner(), 1);
        relays = relays(new ShardProducers(TestRelay.broker(bootstrapServers), settings) {
            @Override
            Producer<String, byte[]> open(int shard) {
                throw new LinkageError("as a test wants it");
            }
        });

        // When
        relays.start(new StartupEvent());

        // Then
        await().until(() -> !relays.alive());
        rows.clear();
    }

    private Relays relays(ShardProducers producers) {
        return new Relays(
                settings,
                new LeaseStore(database, settings),
                new QueueStore(database, settings),
                producers,
                wakeUps,
                new SimpleMeterRegistry());
    }
}
