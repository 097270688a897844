package dev.greenroom.workspace.deadletter;

import dev.greenroom.contracts.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads dead-letter topics where an operator asks for them, without a group and without moving anything on.
 *
 * @throws TimeoutException from each method, where Kafka is away
 */
@ApplicationScoped
class DeadLetterReader {

    private static final int PATIENCE_MILLIS = 5_000;

    private final Map<String, Object> settings;

    DeadLetterReader(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    /** The last ones before an offset, null for all, the last first. */
    List<DeadLetter> last(Topic topic, @Nullable Long before, int most) {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = partitionOf(topic);
            long newest = of(partition, consumer.endOffsets(List.of(partition)));
            long end = before == null ? newest : Math.min(before, newest);
            long begin = of(partition, consumer.beginningOffsets(List.of(partition)));
            var found = new ArrayList<DeadLetter>();
            read(consumer, partition, Math.max(begin, end - most), end, record -> found.add(DeadLetter.of(record)));
            return found.stream()
                    .sorted(Comparator.comparing(DeadLetter::offset).reversed())
                    .toList();
        }
    }

    /** The one at an offset; empty where there is none, or none any more. */
    Optional<ConsumerRecord<String, byte[]>> at(Topic topic, long offset) {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = partitionOf(topic);
            long end = of(partition, consumer.endOffsets(List.of(partition)));
            long begin = of(partition, consumer.beginningOffsets(List.of(partition)));
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            if (offset >= begin && offset < end) {
                read(consumer, partition, offset, offset + 1, found::add);
            }
            return found.stream().findFirst();
        }
    }

    private static void read(
            KafkaConsumer<String, byte[]> consumer,
            TopicPartition partition,
            long from,
            long to,
            Consumer<ConsumerRecord<String, byte[]>> use) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long began = System.nanoTime();
        while (consumer.position(partition) < to) {
            if (System.nanoTime() - began > Duration.ofMillis(PATIENCE_MILLIS).toNanos()) {
                throw new TimeoutException("the dead letters did not come");
            }
            consumer.poll(Duration.ofMillis(100)).records(partition).stream()
                    .filter(record -> record.offset() < to)
                    .forEach(use);
        }
    }

    private static long of(TopicPartition partition, Map<TopicPartition, Long> offsets) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    private static TopicPartition partitionOf(Topic topic) {
        return new TopicPartition(topic.deadLetterTopicName(), 0);
    }
}
