package dev.greenroom.outbox;

import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.MessageCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes messages into the caller's database transaction (JTA, the default datasource): they are sent when it commits,
 * and never when it rolls back. Delivery is at least once, and for a key in the order of commits; after a failure a
 * message may come again, together with those that followed it, so readers compare revisions.
 *
 * <p>Adding locks the message's topic and key until the transaction ends, which keeps that order: transactions that add
 * under the same key wait for each other. So add late, and several keys with one {@link #addAll}, which locks them in a
 * fixed order; transactions that lock keys crosswise deadlock, and PostgreSQL ends one of them (SQL state 40P01). Each
 * key takes a lock: spread thousands of them over several transactions.
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

    /**
     * Sends a message once the current transaction has committed; behind one that ends its key, the key's tombstone.
     *
     * @throws IllegalArgumentException where it is larger than a Kafka broker takes
     * @throws IllegalStateException without an active transaction; and where the database does not take the row, with
     *     the {@link java.sql.SQLException} as the cause
     */
    public void add(Message message) {
        addAll(List.of(message));
    }

    /** As {@link #add} for several messages, those of a key in the order given. */
    public void addAll(Collection<? extends Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var rows = messages.stream().flatMap(this::rowsOf).toList();
        rows.forEach(Outbox::check);
        wakeUps.afterCommit();
        store.add(rows);
    }

    private Stream<Row> rowsOf(Message message) {
        var row = Row.of(codec.encode(message, null));
        return message.endsItsKey() ? Stream.of(row, Row.of(MessageCodec.tombstone(message))) : Stream.of(row);
    }

    private static void check(Row row) {
        if (row.size() > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a message of " + row.size() + " bytes for " + row.topic() + ", more than a broker takes");
        }
    }
}
