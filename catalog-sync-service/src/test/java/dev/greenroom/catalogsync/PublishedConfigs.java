package dev.greenroom.catalogsync;

import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what the service has published. */
@ApplicationScoped
public class PublishedConfigs {
    /** @param key of the record on the topic */
    public record Published(String key, CoderConfigEvent event) {}

    private final TestDatabase database;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaConsumer<String, byte[]> ends;
    private final List<Published> read = new ArrayList<>();

    PublishedConfigs(TestDatabase database, @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.database = database;
        this.consumer = consumer(servers, "read_committed");
        // Sees records whose transaction is committed, but not yet marked so for those who wait for the mark.
        this.ends = consumer(servers, "read_uncommitted");
    }

    private static KafkaConsumer<String, byte[]> consumer(String servers, String isolation) {
        var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", isolation, "fetch.max.wait.ms", "5"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topic.CODER_CONFIGS.topicName()).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Everything about an entity, in order, once the outbox has nothing left to send. */
    public List<CoderConfigEvent> about(String ref) {
        return records(ref).stream().map(Published::event).toList();
    }

    public synchronized List<Published> records(String ref) {
        await().atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !database.hasMessagesToSend());
        readToTheEnd();
        var entity = EntityRef.parse(ref);
        return read.stream().filter(it -> it.event().entityRef().equals(entity)).toList();
    }

    private void readToTheEnd() {
        var end = ends.endOffsets(ends.assignment());
        while (end.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
            for (var record : consumer.poll(Duration.ofMillis(50))) {
                var known = (Decoded.Known) MessageCodec.decode(record);
                read.add(new Published(record.key(), (CoderConfigEvent) known.message()));
            }
        }
    }

    @PreDestroy
    void close() {
        consumer.close();
        ends.close();
    }
}
