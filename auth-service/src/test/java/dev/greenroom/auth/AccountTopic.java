package dev.greenroom.auth;

import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the accounts topic as workspace-service does. */
@Dependent
public class AccountTopic {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    AccountTopic(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topic.CODER_ACCOUNTS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The user's messages in their order, once there are so many. */
    public List<CoderAccountEvent> awaitEvents(String userRef, int count) {
        await().atMost(Duration.ofSeconds(15)).until(() -> eventsOf(userRef).size() >= count);
        return eventsOf(userRef);
    }

    private List<CoderAccountEvent> eventsOf(String userRef) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        return records.stream()
                .map(MessageCodec::decode)
                .map(decoded -> (CoderAccountEvent) ((Decoded.Known) decoded).message())
                .filter(event -> event.userRef().toString().equals(userRef))
                .toList();
    }

    /** Everything read so far, keys, headers and bodies. */
    public List<String> texts() {
        return records.stream()
                .map(record -> record.key() + record.headers() + new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    @PreDestroy
    void close() {
        consumer.close();
    }
}
