package dev.greenroom.outbox;

import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Takes messages into the caller's database transaction (JTA, the default datasource): they are sent when it commits,
 * and never when it rolls back. Delivery is at least once, and for a key in the order of commits; after a failure a
 * message may come again, together with those that followed it, so readers compare revisions.
 *
 * <p>Adding locks the message's topic and key until the transaction ends, which is what keeps that order: two
 * transactions that add under the same key wait for each other. So add late in the transaction, and a transaction
 * with several keys adds them with one call of {@link #addAll}, which locks them in a fixed order; two transactions
 * that lock keys crosswise are a deadlock, of which PostgreSQL ends one (SQL state 40P01). A transaction takes a lock
 * for each key: thousands of keys belong into several transactions.
 *
 * <p>Add inside the transaction only. No active transaction, and a message too large for a Kafka broker, are bugs and
 * answered with {@link IllegalStateException} and {@link IllegalArgumentException}; a database that does not take the
 * row is an {@link IllegalStateException} with the {@link java.sql.SQLException} as its cause.
 */
@ApplicationScoped
public class Outbox {
    /** Below what producers and brokers refuse by default (1 MiB): one such row would block all behind it. */
    private static final int MAX_BYTES = 1_000_000;

    private final OutboxStore store;
    private final WakeUps wakeUps;
    private final MessageCodec codec;

    Outbox(OutboxStore store, WakeUps wakeUps, OutboxConfig config) {
        this.store = store;
        this.wakeUps = wakeUps;
        this.codec = new MessageCodec(config.writer(), Clock.systemUTC());
    }

    /** Sends a message once the current transaction has committed. */
    public void add(Message message) {
        addAll(List.of(message));
    }

    /** Sends several messages, those of a key in the order given, once the current transaction has committed. */
    public void addAll(Collection<? extends Message> messages) {
        var traceparent = CurrentTrace.traceparent();
        addRows(messages.stream()
                .map(message -> Row.of(codec.encode(message, traceparent)))
                .toList());
    }

    /** Ends a key of a compacted topic: readers see a null, and the broker drops the key's messages in time. */
    public void addTombstone(Topic topic, String key) {
        if (!topic.compacted()) {
            throw new IllegalArgumentException("no tombstones on " + topic.topicName() + ", which is not compacted");
        }
        addRows(List.of(Row.of(new ProducerRecord<>(topic.topicName(), key, null))));
    }

    private void addRows(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        rows.forEach(Outbox::check);
        wakeUps.afterCommit();
        store.add(rows);
    }

    private static void check(Row row) {
        if (row.size() > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a message of " + row.size() + " bytes for " + row.topic() + ", more than a broker takes");
        }
    }
}
