package dev.greenroom.chaos;

import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.WorkspaceEvent.OperationChanged;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What has become of the operations, as {@code greenroom.workspace-events.v1} tells everybody. */
final class Operations implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<UUID, Life> lives = new HashMap<>();
    private final Thread reading;
    private long events;
    private int settled;
    private volatile boolean closed;

    Operations(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "fetch.max.wait.ms", "50",
                        "reconnect.backoff.max.ms", "500"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topic.WORKSPACE_EVENTS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        reading = Thread.ofPlatform().name("operations").daemon().start(this::read);
    }

    private void read() {
        while (!closed) {
            consumer.poll(MOMENT).forEach(this::hear);
        }
        consumer.close();
    }

    private synchronized void hear(ConsumerRecord<String, byte[]> record) {
        if (MessageCodec.decode(record) instanceof Decoded.Known(OperationChanged event, var _)) {
            var before = lives.get(event.about());
            var after = Life.after(before, event, events++);
            lives.put(event.about(), after);
            settled += (after.settled() ? 1 : 0) - (before != null && before.settled() ? 1 : 0);
            notifyAll();
        }
    }

    synchronized Optional<Life> of(UUID operation) {
        return Optional.ofNullable(lives.get(operation));
    }

    synchronized int settled() {
        return settled;
    }

    /** Waits until it is so, and looks again after each event. @return whether it is, after that time */
    synchronized boolean await(BooleanSupplier isSo, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                wait(Math.clamp(left / 1_000_000, 1, MOMENT.toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        try {
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
