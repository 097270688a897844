package dev.greenroom.workspace.neighbours;

import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceEvent;
import dev.greenroom.standins.kafka.TopicReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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

    public static ProducerRecord<String, byte[]> tombstone(Message message) {
        return MessageCodec.tombstone(message);
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
        try (var reader = new TopicReader(bootstrapServers(), topic)) {
            return reader.toTheEnd();
        }
    }

    private static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", bootstrapServers(), "acks", "all");
    }

    private static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
