package dev.greenroom.outbox;

import static dev.greenroom.outbox.Events.key;
import static dev.greenroom.outbox.Events.newOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.standins.LogCapture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens where the broker welcomes the relay, and takes nothing of what it sends. */
@QuarkusTest
class RefusedSendsTest {
    /** One that the application under test does not serve. */
    private static final int SHARD = 50;

    private static final Duration RETRY_MAX = Duration.ofMillis(1_500);
    private static final Settings SETTINGS =
            Settings.withLease(Duration.ofSeconds(10)).withPatience(Duration.ofMillis(900), RETRY_MAX);

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final String topic = "made-later-" + UUID.randomUUID();
    private final UserRef owner = newOwner();
    private LogCapture log;
    private final List<Long> attempts = new CopyOnWriteArrayList<>();
    private RowsOfAShard rows;

    @BeforeEach
    void openTheShard() {
        rows = new RowsOfAShard(database, SHARD);
    }

    @AfterEach
    void clear() {
        log.close();
        rows.clear();
    }

    @Test
    void triesLessAndLessOftenUntilTheTopicIsThereAndSaysSoOnce() throws Exception {
        // Given
        try (var relay = new TestRelay(SHARD, SETTINGS, database, countingProducers())) {
            await().until(relay::leads);
            log = LogCapture.atUsualLevels();
            var before = attempts.size();
            LongStream.rangeClosed(1, 10).forEach(revision -> rows.insert(topic, owner, revision));
            await().atMost(Duration.ofSeconds(20)).until(() -> attempts.size() == before + 5);
            assertThat(lastPause()).isGreaterThan(RETRY_MAX);
            assertThat(relay.leads()).isFalse();
            assertThat(rows.count()).isEqualTo(10);
            assertThat(linesOfTheShard()).singleElement().asString().contains("Kafka takes no messages", topic);

            // When
            makeTheTopic();

            // Then
            await().atMost(Duration.ofSeconds(20)).until(() -> rows.count() == 0);
            await().until(relay::leads);
        }
        try (var reader = new KeyReader(bootstrapServers, topic, key(owner))) {
            assertThat(reader.revisionsUntil(10).stream().distinct())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 10).boxed().toList());
        }
        assertThat(linesOfTheShard()).hasSize(2).last().asString().contains("sends again");
    }

    private ShardProducers countingProducers() {
        return new ShardProducers(TestRelay.broker(bootstrapServers), SETTINGS) {
            @Override
            Producer<String, byte[]> open(int shard) {
                attempts.add(System.nanoTime());
                return super.open(shard);
            }
        };
    }

    /** From the start of the last attempt but one, which takes two thirds of the patience, to that of the last. */
    private Duration lastPause() {
        var last = attempts.size() - 1;
        return Duration.ofNanos(attempts.get(last) - attempts.get(last - 1));
    }

    private List<String> linesOfTheShard() {
        return log.linesOf("dev.greenroom.outbox", "org.apache.kafka.clients").stream()
                .filter(line -> line.contains("shard " + SHARD + ":"))
                .toList();
    }

    private void makeTheTopic() throws Exception {
        try (var admin = Admin.create(TestRelay.broker(bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }
}
