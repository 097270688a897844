package dev.greenroom.workspace.intake;

import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.Topic;
import dev.greenroom.problems.DatabaseOutage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps a record that could not be kept once, as if it had just come: what was wrong may have been mended since, or a
 * later version may know what it is. Nothing is written to its topic, which has one writer, and what it repeats counts
 * once.
 */
@ApplicationScoped
public class KeepAgain {

    private final Instance<ReadTopic<?>> topics;

    KeepAgain(Instance<ReadTopic<?>> topics) {
        this.topics = topics;
    }

    /**
     * Why it can't be kept still; empty where it is.
     *
     * @param record as it was read from the dead-letter topic
     * @throws RuntimeException where the database is away
     */
    public Optional<String> keep(Topic topic, ConsumerRecord<String, byte[]> record) {
        return topics.stream()
                .filter(read -> read.topic() == topic)
                .findFirst()
                .map(read -> keep(read, record))
                .orElseGet(() -> Optional.of("a topic that is not read here"));
    }

    private static <M extends Message> Optional<String> keep(
            ReadTopic<M> topic, ConsumerRecord<String, byte[]> record) {
        return switch (ReadRecord.checked(record, topic.type())) {
            case Decoded.Unreadable(var why) -> Optional.of(why);
            case Decoded.Tombstone _ -> Optional.empty();
            case Decoded.Known(var message, var _) -> keep(topic, topic.type().cast(message));
        };
    }

    private static <M extends Message> Optional<String> keep(ReadTopic<M> topic, M message) {
        try {
            QuarkusTransaction.requiringNew().run(() -> topic.keep().all(List.of(message)));
            return Optional.empty();
        } catch (RuntimeException e) {
            if (DatabaseOutage.causes(e)) {
                throw e;
            }
            return Optional.of(new NotKept(e).why());
        }
    }
}
