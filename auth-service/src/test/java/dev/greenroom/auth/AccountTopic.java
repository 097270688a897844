package dev.greenroom.auth;

import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.standins.kafka.TopicReader;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the accounts topic as workspace-service does. */
@Dependent
public class AccountTopic {
    private final TopicReader reader;

    AccountTopic(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        reader = new TopicReader(servers, Topic.CODER_ACCOUNTS.topicName());
    }

    /** The user's messages in their order, once there are so many. */
    public List<CoderAccountEvent> awaitEvents(String userRef, int count) {
        await().atMost(Duration.ofSeconds(15)).until(() -> eventsOf(userRef).size() >= count);
        return eventsOf(userRef);
    }

    private List<CoderAccountEvent> eventsOf(String userRef) {
        return recordsOf(userRef).stream()
                .flatMap(record -> switch (record) {
                    case Decoded.Known known -> Stream.of((CoderAccountEvent) known.message());
                    case Decoded.Tombstone _ -> Stream.empty();
                    case Decoded.Unreadable unreadable -> throw new AssertionError(unreadable.why());
                })
                .toList();
    }

    /** All that has come about the user so far, tombstones included. */
    public List<Decoded> recordsOf(String userRef) {
        return reader.next().stream()
                .filter(record -> record.key().equals("default/" + userRef))
                .map(MessageCodec::decode)
                .toList();
    }

    /** Everything read so far, keys, headers and bodies. */
    public List<String> texts() {
        return reader.next().stream()
                .map(record -> record.key()
                        + record.headers()
                        + (record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8)))
                .toList();
    }

    @PreDestroy
    void close() {
        reader.close();
    }
}
