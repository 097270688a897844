package dev.greenroom.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Relays in a process of their own, one after the other, each of which stops the process once at a given point. It
 * prints what the current one is doing.
 */
final class RelayProcess {
    private final Settings settings = Settings.withLease(Duration.ofMillis(400));
    private final DataSource database;
    private final String bootstrapServers;
    private volatile ShardState state;
    private ShardRelay relay;

    /** With which of its safeties a relay runs. */
    enum Safety {
        ALL,
        /** A producer whose sends the broker never refuses. */
        NO_TRANSACTIONS,
        /** Rows that were read before the producer was open, and no second look at the lease. */
        SELECT_BEFORE_INIT
    }

    /** One relay: its shard, where it stops, at which pass of that point, and with what safety. */
    record Run(int shard, StopPoint point, int pass, Safety safety) {
        static Run parse(String line) {
            var words = line.split(" ");
            return new Run(
                    Integer.parseInt(words[0]),
                    StopPoint.valueOf(words[1]),
                    Integer.parseInt(words[2]),
                    Safety.valueOf(words[3]));
        }

        String line() {
            return shard + " " + point + " " + pass + " " + safety;
        }
    }

    private RelayProcess(DataSource database, String bootstrapServers) {
        this.database = database;
        this.bootstrapServers = bootstrapServers;
    }

    /** Arguments: JDBC URL, user, password, bootstrap servers. Each line of the input is a {@link Run}. */
    public static void main(String[] args) {
        // Standard output is for what the relay is doing.
        LogContext.getLogContext().getLogger("").setLevel(Level.OFF);
        var database = new PGSimpleDataSource();
        database.setUrl(args[0]);
        database.setUser(args[1]);
        database.setPassword(args[2]);
        var process = new RelayProcess(database, args[3]);
        Thread.ofPlatform().daemon().start(process::report);
        try (var runs = new Scanner(System.in)) {
            while (runs.hasNextLine()) {
                process.start(Run.parse(runs.nextLine()));
            }
        }
    }

    private void start(Run run) {
        if (relay != null) {
            relay.pause().stop();
        }
        state = new ShardState(run.shard(), new SimpleMeterRegistry().counter("published"));
        relay = switch (run.safety()) {
            case ALL -> careful(run, shard -> new ShardProducers(broker(), settings).open(shard));
            case NO_TRANSACTIONS -> careful(run, shard -> untransacted());
            case SELECT_BEFORE_INIT -> careless(run);
        };
        Thread.ofPlatform().daemon().start(relay);
    }

    private ShardRelay careful(Run run, IntFunction<Producer<String, byte[]>> producers) {
        return relay(run, new LeaseStore(database, settings), new QueueStore(database, settings), producers);
    }

    private ShardRelay careless(Run run) {
        var unsafe = new Unsafe(database, settings, run.shard());
        return relay(run, unsafe.leases(), unsafe.queue(), shard -> {
            unsafe.select();
            return new ShardProducers(broker(), settings).open(shard);
        });
    }

    private ShardRelay relay(
            Run run, LeaseStore leases, QueueStore queue, IntFunction<Producer<String, byte[]>> producers) {
        var first = new AtomicBoolean(true);
        IntFunction<Producer<String, byte[]>> stopping = shard -> {
            var producer = producers.apply(shard);
            return first.getAndSet(false) ? run.point().in(producer, run.pass()) : producer;
        };
        return new ShardRelay(run.shard(), settings, leases, queue, stopping, state);
    }

    private Producer<String, byte[]> untransacted() {
        var idempotent = new HashMap<>(broker());
        idempotent.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return Unsafe.withoutTransactions(
                new KafkaProducer<>(idempotent, new StringSerializer(), new ByteArraySerializer()));
    }

    private Map<String, Object> broker() {
        return TestRelay.broker(bootstrapServers);
    }

    private void report() {
        var last = "";
        while (true) {
            var now = state == null
                    ? ""
                    : state.shard() + " " + state.condition().getClass().getSimpleName();
            if (!now.equals(last)) {
                System.out.println(now);
                last = now;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
