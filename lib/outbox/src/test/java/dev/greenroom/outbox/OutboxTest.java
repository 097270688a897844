package dev.greenroom.outbox;

import static dev.greenroom.outbox.Events.event;
import static dev.greenroom.outbox.Events.key;
import static dev.greenroom.outbox.Events.newOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.standins.kafka.KafkaTestResource;
import dev.greenroom.standins.postgresql.PostgresqlTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PostgresqlTestResource.class, scope = TestResourceScope.GLOBAL)
class OutboxTest {
    @Inject
    Outbox outbox;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final UserRef owner = newOwner();

    @Test
    void sendsAMessageAsACloudEventOnceItsTransactionHasCommitted() {
        // When
        QuarkusTransaction.requiringNew().run(() -> outbox.add(event(owner, 1)));

        // Then
        try (var reader = reader(owner)) {
            var record = reader.records(1).getFirst();
            assertThat(record.key()).isEqualTo("default/" + owner);
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "ce_type")).isEqualTo("dev.greenroom.workspace.removed.v1");
            assertThat(header(record, "ce_source")).isEqualTo("/greenroom/outbox-test");
            assertThat(header(record, "ce_id")).isEqualTo(event(owner, 1).messageId());
            assertThat(reader.revisions()).containsExactly(1L);
        }
    }

    @Test
    void sendsNothingOfATransactionThatRolledBack() {
        // Given
        QuarkusTransaction.begin();
        outbox.add(event(owner, 1));
        QuarkusTransaction.rollback();

        // When
        QuarkusTransaction.requiringNew().run(() -> outbox.add(event(owner, 2)));

        // Then
        try (var reader = reader(owner)) {
            assertThat(reader.revisionsUntil(2)).containsExactly(2L);
        }
    }

    @Test
    void keepsTheOrderInWhichAKeysTransactionsCommit() throws SQLException {
        // Given
        QuarkusTransaction.begin();
        outbox.add(event(owner, 1));
        var second = CompletableFuture.runAsync(() -> commit(owner, 3));
        await().until(() -> locksWaitedFor() == 1);

        // When
        outbox.add(event(owner, 2));
        QuarkusTransaction.commit();
        second.join();

        // Then
        try (var reader = reader(owner)) {
            assertThat(reader.revisionsUntil(3)).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void letsOtherKeysPassATransactionThatIsStillOpen() {
        // Given
        var other = newOwner();
        QuarkusTransaction.begin();
        outbox.add(event(owner, 1));

        // When
        CompletableFuture.runAsync(() -> commit(other, 1)).join();

        // Then
        try (var reader = reader(other)) {
            assertThat(reader.revisionsUntil(1)).containsExactly(1L);
        }
        QuarkusTransaction.rollback();
    }

    @Test
    void keepsTheOrderOfWhatIsAddedTogetherAndSendsBatchAfterBatch() {
        // Given
        var events =
                LongStream.rangeClosed(1, 1_200).mapToObj(i -> event(owner, i)).toList();

        // When
        QuarkusTransaction.requiringNew().run(() -> outbox.addAll(events));

        // Then
        try (var reader = reader(owner)) {
            assertThat(reader.revisionsUntil(1_200))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 1_200).boxed().toList());
        }
    }

    @Test
    void locksSeveralKeysInOneOrderSoThatCrosswiseTransactionsNeverDeadlock() {
        // Given
        var owners = IntStream.range(0, 20).mapToObj(i -> newOwner()).toList();
        var reversed = owners.reversed();

        // When
        try (var transactions = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = IntStream.range(0, 100)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> commitAll(i % 2 == 0 ? owners : reversed, i), transactions))
                    .toArray(CompletableFuture[]::new);

            // Then
            assertThat(CompletableFuture.allOf(runs)).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void sendsATombstoneRightBehindTheMessageThatEndsItsKey() {
        // Given
        var ended = new CoderAccountEvent.Unlinked("default", owner, 2, Instant.EPOCH);
        var again = new CoderAccountEvent.RelinkRequired("default", owner, 3, Instant.EPOCH, 2);

        // When
        QuarkusTransaction.requiringNew().run(() -> outbox.addAll(List.of(ended, again)));

        // Then
        try (var reader = new KeyReader(bootstrapServers, Topic.CODER_ACCOUNTS, ended.key())) {
            var records = reader.records(3);
            assertThat(records)
                    .extracting(MessageCodec::decode)
                    .containsExactly(
                            new Decoded.Known(ended, null),
                            new Decoded.Tombstone(ended.key()),
                            new Decoded.Known(again, null));
            assertThat(records)
                    .extracting(ConsumerRecord::partition)
                    .containsOnly(records.getFirst().partition());
        }
    }

    private void commit(UserRef owner, long revision) {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(event(owner, revision)));
    }

    private void commitAll(List<UserRef> owners, long revision) {
        var events = owners.stream().map(each -> event(each, revision)).toList();
        QuarkusTransaction.requiringNew().run(() -> outbox.addAll(events));
    }

    private KeyReader reader(UserRef owner) {
        return new KeyReader(bootstrapServers, Topic.WORKSPACE_EVENTS, key(owner));
    }

    private long locksWaitedFor() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
