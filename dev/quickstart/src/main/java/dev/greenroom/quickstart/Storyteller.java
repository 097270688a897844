package dev.greenroom.quickstart;

import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads Greenroom's topics from now on, and tells what happens. It is no member of any group, and commits nothing. */
final class Storyteller implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Consumer<String> listener;
    private final Clock clock;
    private final Story story = new Story();

    Storyteller(String bootstrapServers, Consumer<String> listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Where the story begins: what is on the topics already was told by an earlier start. */
    void beginHere() {
        var partitions = Arrays.stream(Topic.values())
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Tells until {@link #close}. */
    void tell() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record -> line(record)
                                .ifPresent(line -> listener.accept(
                                        LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS) + "  " + line)));
            }
        } catch (WakeupException closed) {
            // That is how a consumer is ended from another thread.
        }
    }

    private Optional<String> line(ConsumerRecord<String, byte[]> record) {
        return switch (MessageCodec.decode(record)) {
            case Decoded.Known known -> story.tell(known.message());
            case Decoded.Tombstone tombstone -> Optional.empty();
            case Decoded.Unreadable unreadable ->
                Optional.of("unreadable record on " + record.topic() + ": " + unreadable.why());
        };
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
