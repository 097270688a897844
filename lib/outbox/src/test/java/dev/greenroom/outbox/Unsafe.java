package dev.greenroom.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;

/** Relays that lack a safety, to show that the tests of the real one would notice. */
final class Unsafe {
    private final DataSource database;
    private final OutboxConfig config;
    private final int shard;
    private boolean careful;
    private Turn selected = new Turn.Lost();

    Unsafe(DataSource database, OutboxConfig config, int shard) {
        this.database = database;
        this.config = config;
        this.shard = shard;
    }

    /** Reads what a relay that has just taken the shard's first lease reads. */
    void select() {
        try {
            selected = new QueueStore(database, config).next(new Lease(shard, 1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives out what was selected last, and is careful from then on. */
    QueueStore queue() {
        return new QueueStore(database, config) {
            @Override
            Turn next(Lease lease) throws SQLException {
                var turn = careful ? super.next(lease) : selected;
                careful = true;
                return turn;
            }
        };
    }

    LeaseStore leases() {
        return new LeaseStore(database, config) {
            @Override
            boolean renew(Lease lease) throws SQLException {
                return !careful || super.renew(lease);
            }
        };
    }

    /** A producer whose transactions are none: what is sent counts at once. */
    @SuppressWarnings("unchecked")
    static Producer<String, byte[]> withoutTransactions(Producer<String, byte[]> producer) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, called, arguments) -> {
                    try {
                        return switch (called.getName()) {
                            case "initTransactions", "beginTransaction" -> null;
                            case "commitTransaction" -> {
                                producer.flush();
                                yield null;
                            }
                            default -> called.invoke(producer, arguments);
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
