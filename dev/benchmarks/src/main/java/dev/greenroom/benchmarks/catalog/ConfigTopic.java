package dev.greenroom.benchmarks.catalog;

import dev.greenroom.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic of configurations, read from its beginning on: what has been committed only. */
final class ConfigTopic implements AutoCloseable {
    private static final String NAME = Topic.CODER_CONFIGS.topicName();
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> committed;
    /** Sees records whose transaction is committed, but not yet marked so for those who wait for the mark. */
    private final KafkaConsumer<String, byte[]> ends;

    ConfigTopic(String bootstrapServers) {
        this.committed = consumer(bootstrapServers, "read_committed");
        this.ends = consumer(bootstrapServers, "read_uncommitted");
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrapServers, String isolation) {
        var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", isolation,
                        "fetch.max.wait.ms", "5"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(NAME).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** About which entities something was said since the last look, once for each time. */
    List<String> next() {
        var end = ends.endOffsets(ends.assignment());
        var entityRefs = new ArrayList<String>();
        while (end.entrySet().stream().anyMatch(it -> committed.position(it.getKey()) < it.getValue())) {
            committed.poll(MOMENT).forEach(record -> entityRefs.add(entityRef(record)));
        }
        return entityRefs;
    }

    /** Reads on until one comes about this entity. */
    void await(String entityRef) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            for (var record : committed.poll(MOMENT)) {
                if (entityRef(record).equals(entityRef)) {
                    return;
                }
            }
        }
        throw new IllegalStateException("nothing was published about " + entityRef + " within " + PATIENCE);
    }

    /** A key is the deployment's name, a slash and the reference. */
    private static String entityRef(ConsumerRecord<String, byte[]> record) {
        return record.key().substring(record.key().indexOf('/') + 1);
    }

    @Override
    public void close() {
        committed.close();
        ends.close();
    }
}
