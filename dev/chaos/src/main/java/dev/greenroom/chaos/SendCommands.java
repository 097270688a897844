package dev.greenroom.chaos;

import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.WorkspaceCommand;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends commands as the gateway does, and as its callers do whom it could not tell that Kafka has theirs: they repeat
 * them, under the same id, until it can. The next command of a workspace is sent when the one before was acknowledged.
 */
final class SendCommands implements AutoCloseable {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final MessageCodec codec = new MessageCodec("gateway", Clock.systemUTC());
    private final KafkaProducer<String, byte[]> producer;
    private final Map<Object, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile boolean closed;

    /** @param acks {@code all}, as the gateway has it, or {@code 1} */
    SendCommands(String bootstrapServers, String acks) {
        var settings = new HashMap<String, Object>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                acks,
                "enable.idempotence",
                acks.equals("all"),
                "compression.type",
                "none",
                "linger.ms",
                0,
                "max.block.ms",
                225L,
                "delivery.timeout.ms",
                675,
                "request.timeout.ms",
                675));
        settings.put("reconnect.backoff.max.ms", 1000L);
        settings.put("socket.connection.setup.timeout.ms", 1000L);
        settings.put("socket.connection.setup.timeout.max.ms", 1000L);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** @param line what keeps its order */
    void send(Object line, WorkspaceCommand command) {
        inOrder(line, () -> {
            while (!closed && !attempt(command)) {
                LockSupport.parkNanos(RETRY_AFTER.toNanos());
                repeated.incrementAndGet();
            }
            acknowledged.incrementAndGet();
        });
    }

    /** Sends one once more that Kafka has, as a caller does who has not heard of it. */
    void repeat(Object line, WorkspaceCommand command) {
        inOrder(line, () -> {
            repeated.incrementAndGet();
            attempt(command);
        });
    }

    private void inOrder(Object line, Runnable deed) {
        last.compute(
                line,
                (key, before) -> before == null
                        ? CompletableFuture.runAsync(deed, THREADS)
                        : before.thenRunAsync(deed, THREADS));
    }

    private boolean attempt(WorkspaceCommand command) {
        try {
            producer.send(codec.encode(command, null)).get();
            return true;
        } catch (ExecutionException | KafkaException unknown) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many different commands Kafka has acknowledged. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** How many times a command was sent again. */
    int repeated() {
        return repeated.get();
    }

    @Override
    public void close() {
        closed = true;
        producer.close();
    }
}
