package dev.greenroom.workspace.neighbours;

import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Writes topics as the other services do, and reads them from their beginning to their end. */
public final class Topics {

    private static final MessageCodec CODEC = new MessageCodec("tests", Clock.systemUTC());

    private Topics() {}

    /** Returns when the broker has them all. */
    public static void send(Message... messages) {
        sendRaw(Stream.of(messages).map(message -> CODEC.encode(message, null)).toList());
    }

    public static void sendRaw(List<ProducerRecord<String, byte[]>> records) {
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(producer::send);
        }
    }

    /** Writes a record in a transaction that is then aborted: the broker has it, and nobody is to take it. */
    public static void sendAborted(ProducerRecord<String, byte[]> record) {
        var settings = new HashMap<>(settings());
        settings.put("transactional.id", "aborts " + UUID.randomUUID());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record);
            producer.flush();
            producer.abortTransaction();
        }
    }

    public static ProducerRecord<String, byte[]> encoded(Message message) {
        return CODEC.encode(message, null);
    }

    public static ProducerRecord<String, byte[]> onPartition(int partition, ProducerRecord<String, byte[]> record) {
        return new ProducerRecord<>(record.topic(), partition, record.key(), record.value(), record.headers());
    }

    /** An owner's events in their order. */
    public static List<WorkspaceEvent> eventsOf(UserRef owner) {
        return read(Topic.WORKSPACE_EVENTS.topicName()).stream()
                .filter(row -> row.key().equals("default/" + owner))
                .map(row -> (WorkspaceEvent) ((Decoded.Known) MessageCodec.decode(row)).message())
                .toList();
    }

    public static List<ConsumerRecord<String, byte[]>> read(String topic) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    private static Map<String, Object> settings() {
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return Map.of("bootstrap.servers", servers, "isolation.level", "read_committed", "acks", "all");
    }
}
