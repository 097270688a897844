package dev.greenroom.gateway.neighbours;

import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.UserRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Reads the commands' topic as workspace-service does, from its beginning to its end. */
public final class Commands {
    private static final String TOPIC = Topic.WORKSPACE_COMMANDS.topicName();
    private static final List<Published> READ = new ArrayList<>();
    private static @Nullable KafkaConsumer<String, byte[]> consumer;

    private Commands() {}

    /** A command as it was on the topic. */
    public record Published(ConsumerRecord<String, byte[]> row, Decoded.Known decoded) {}

    /** All that are there of this owner, in their order. */
    public static synchronized List<Published> of(String owner) {
        readToTheEnd();
        var key = "default/" + UserRef.parse(owner);
        return READ.stream()
                .filter(published -> published.row().key().equals(key))
                .toList();
    }

    private static void readToTheEnd() {
        if (consumer == null) {
            consumer = connect();
        }
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var row : consumer.poll(Duration.ofMillis(100))) {
                READ.add(new Published(row, (Decoded.Known) MessageCodec.decode(row)));
            }
        }
    }

    /** Lives as long as the tests. */
    private static KafkaConsumer<String, byte[]> connect() {
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        var settings = Map.<String, Object>of("bootstrap.servers", servers, "isolation.level", "read_committed");
        var connected = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = connected.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        connected.assign(partitions);
        connected.seekToBeginning(partitions);
        return connected;
    }
}
