package dev.greenroom.outbox;

import static dev.greenroom.outbox.Events.event;
import static dev.greenroom.outbox.Events.key;
import static dev.greenroom.outbox.Events.newOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.kafka.KafkaStandIn;
import dev.greenroom.standins.postgresql.PostgresqlStandIn;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens while Kafka or the database is away. */
@QuarkusTest
class OutageTest {
    private static final List<Long> ALL = LongStream.rangeClosed(1, 21).boxed().toList();

    @Inject
    Outbox outbox;

    @Inject
    SmallRyeHealthReporter health;

    @Inject
    PrometheusMeterRegistry metrics;

    @Inject
    Relays relays;

    @Inject
    @Readiness
    OutboxReadiness readiness;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    KafkaStandIn kafka;
    PostgresqlStandIn postgresql;

    private final UserRef owner = newOwner();
    private LogCapture log;

    @BeforeEach
    void listen() {
        await().until(() -> ready() && leading() && metric("greenroom_outbox_pending") == 0);
        log = LogCapture.atUsualLevels();
    }

    @AfterEach
    void hush() {
        log.close();
    }

    @Test
    void keepsEverythingWhileTheBrokerIsAwayAndSendsItInOrderOnceItIsBack() {
        LeftOut.withoutStandIn(kafka, "the outbox without Kafka");

        // Given
        var sentBefore = metric("greenroom_outbox_published_total");
        commit(1);
        await().until(() -> metric("greenroom_outbox_published_total") == sentBefore + 1);
        kafka.stop();
        LongStream.rangeClosed(2, 21).forEach(this::commit);

        // Then
        await().atMost(Duration.ofSeconds(15)).until(() -> failing().size() == 1);
        await().untilAsserted(() -> assertThat(data()).containsEntry("kafka", "away"));
        assertThat(data()).containsValue("Kafka takes no messages");
        assertThat(ready()).as("reads need no Kafka").isTrue();
        assertThat(health.getLiveness().isDown()).isFalse();
        await().untilAsserted(
                        () -> assertThat(metric("greenroom_outbox_pending")).isEqualTo(20));
        assertThat(metric("greenroom_outbox_oldest_age_seconds")).isPositive();

        // When
        kafka.startAgain();

        // Then
        try (var reader = new KeyReader(bootstrapServers, Topic.WORKSPACE_EVENTS, key(owner))) {
            assertThat(reader.revisionsUntil(21).stream().distinct()).containsExactlyElementsOf(ALL);
        }
        await().atMost(Duration.ofSeconds(15)).until(this::leading);
        assertThat(data()).containsEntry("kafka", "there");
        await().until(() -> metric("greenroom_outbox_pending") == 0);
        assertThat(metric("greenroom_outbox_published_total")).isEqualTo(sentBefore + 21);
        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst()).contains("Kafka takes no messages");
        assertThat(lines().getLast()).contains("sends again");
    }

    @Test
    void goesOnWhenTheDatabaseHasComeBack() {
        LeftOut.withoutStandIn(postgresql, "the outbox without its database");

        // Given
        commit(1);
        postgresql.stop();
        await().until(() -> health.getReadiness().isDown());

        // When
        postgresql.startAgain();

        // Then
        await().ignoreExceptions().until(() -> {
            commit(2);
            return true;
        });
        try (var reader = new KeyReader(bootstrapServers, Topic.WORKSPACE_EVENTS, key(owner))) {
            assertThat(reader.revisionsUntil(2)).isSorted();
        }
        await().atMost(Duration.ofSeconds(15)).until(this::ready);
        assertThat(health.getLiveness().isDown()).isFalse();
        assertThat(lines()).filteredOn(line -> line.contains("shard 0")).hasSizeLessThanOrEqualTo(2);
        assertThat(lines()).filteredOn(line -> line.contains("shard 1")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void isNotReadyBeforeABrokerHasAnsweredOnce() {
        // Given
        var nobody = new BrokerProbe(TestRelay.broker("127.0.0.1:" + unusedPort()));

        // When
        var response = new OutboxReadiness(relays, nobody).call();
        nobody.close();

        // Then
        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(response.getData().orElseThrow()).containsEntry("kafka", "not reached yet");
    }

    private static int unusedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> data() {
        return readiness.call().getData().orElseThrow();
    }

    private boolean leading() {
        return relays.states().stream().allMatch(state -> state.condition() instanceof ShardState.Condition.Leading);
    }

    /** What an operator reads of the outbox and its client. */
    private List<String> lines() {
        return log.linesOf("dev.greenroom.outbox", "org.apache.kafka.clients");
    }

    private List<String> failing() {
        return lines().stream()
                .filter(line -> line.contains("Kafka takes no messages"))
                .toList();
    }

    private void commit(long revision) {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(event(owner, revision)));
    }

    private boolean ready() {
        return !health.getReadiness().isDown();
    }

    /** As Prometheus would read it. */
    private double metric(String name) {
        return metrics.scrape()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
