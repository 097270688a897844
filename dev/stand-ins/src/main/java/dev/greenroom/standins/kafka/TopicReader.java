package dev.greenroom.standins.kafka;

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

/** Reads a topic from its beginning as the services do: what has been committed only. */
public final class TopicReader implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final KafkaConsumer<String, byte[]> consumer;
    /** Sees records whose transaction is committed, but not yet marked so for those who wait for the mark. */
    private final KafkaConsumer<String, byte[]> ends;

    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    public TopicReader(String bootstrapServers, String topic) {
        consumer = consumer(bootstrapServers, topic, "read_committed");
        ends = consumer(bootstrapServers, topic, "read_uncommitted");
    }

    /** All that has come so far, whether or not there is more. */
    public synchronized List<ConsumerRecord<String, byte[]>> next() {
        consumer.poll(MOMENT).forEach(records::add);
        return List.copyOf(records);
    }

    /** All that the topic has now. */
    public synchronized List<ConsumerRecord<String, byte[]>> toTheEnd() {
        var end = ends.endOffsets(ends.assignment());
        while (end.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
            consumer.poll(MOMENT).forEach(records::add);
        }
        return List.copyOf(records);
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrapServers, String topic, String isolation) {
        var consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        "5",
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        "200"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    @Override
    public void close() {
        consumer.close();
        ends.close();
    }
}
