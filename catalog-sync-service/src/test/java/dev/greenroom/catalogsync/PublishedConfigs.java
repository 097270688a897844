package dev.greenroom.catalogsync;

import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.standins.kafka.TopicReader;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what the service has published. */
@ApplicationScoped
public class PublishedConfigs {
    /** @param key of the record on the topic */
    public record Published(String key, CoderConfigEvent event) {}

    private final TestDatabase database;
    private final TopicReader reader;

    PublishedConfigs(TestDatabase database, @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.database = database;
        this.reader = new TopicReader(servers, Topic.CODER_CONFIGS.topicName());
    }

    /** Everything about an entity, in order, once the outbox has nothing left to send. */
    public List<CoderConfigEvent> about(String ref) {
        return records(ref).stream().map(Published::event).toList();
    }

    public List<Published> records(String ref) {
        var entity = EntityRef.parse(ref);
        return all().stream()
                .filter(it -> it.event().entityRef().equals(entity))
                .toList();
    }

    /** Everything, in order for each entity, once the outbox has nothing left to send. */
    public List<Published> all() {
        await().atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !database.hasMessagesToSend());
        return reader.toTheEnd().stream()
                .map(record -> new Published(record.key(), event(record)))
                .toList();
    }

    private static CoderConfigEvent event(ConsumerRecord<String, byte[]> record) {
        return (CoderConfigEvent) ((Decoded.Known) MessageCodec.decode(record)).message();
    }

    @PreDestroy
    void close() {
        reader.close();
    }
}
