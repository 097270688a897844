package dev.greenroom.outbox;

import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.WorkspaceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads one key of a topic from the beginning, as services do: what has been committed only. */
final class TopicReader implements AutoCloseable {
    private final String key;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    TopicReader(String bootstrapServers, Topic topic, String key) {
        this(bootstrapServers, topic.topicName(), key);
    }

    TopicReader(String bootstrapServers, String topic, String key) {
        this.key = key;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All records of the key so far, at least as many as wanted. */
    List<ConsumerRecord<String, byte[]>> records(int atLeast) {
        await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).until(() -> {
            poll();
            return records.size() >= atLeast;
        });
        return List.copyOf(records);
    }

    /** The revisions of the key so far, up to the first of the one wanted at least. */
    List<Long> revisionsUntil(long wanted) {
        await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).until(() -> {
            poll();
            return revisions().contains(wanted);
        });
        return revisions();
    }

    List<Long> revisions() {
        return records.stream().map(TopicReader::revision).toList();
    }

    private void poll() {
        for (var record : consumer.poll(Duration.ofMillis(20))) {
            if (key.equals(record.key())) {
                records.add(record);
            }
        }
    }

    private static long revision(ConsumerRecord<String, byte[]> record) {
        return switch (MessageCodec.decode(record)) {
            case Decoded.Known(WorkspaceEvent event, var trace) -> event.revision();
            case Decoded.Known other -> throw new AssertionError("unexpected " + other);
            case Decoded.Tombstone tombstone -> throw new AssertionError("unexpected " + tombstone);
            case Decoded.Unreadable unreadable -> throw new AssertionError(unreadable.why());
        };
    }

    @Override
    public void close() {
        consumer.close();
    }
}
