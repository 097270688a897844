package dev.greenroom.outbox;

import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.WorkspaceEvent;
import dev.greenroom.standins.kafka.TopicReader;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads one key of a topic from the beginning. */
final class KeyReader implements AutoCloseable {
    private final String key;
    private final TopicReader topic;
    private List<ConsumerRecord<String, byte[]>> records = List.of();

    KeyReader(String bootstrapServers, Topic topic, String key) {
        this(bootstrapServers, topic.topicName(), key);
    }

    KeyReader(String bootstrapServers, String topic, String key) {
        this.key = key;
        this.topic = new TopicReader(bootstrapServers, topic);
    }

    /** All records of the key so far, at least as many as wanted. */
    List<ConsumerRecord<String, byte[]>> records(int atLeast) {
        await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).until(() -> {
            poll();
            return records.size() >= atLeast;
        });
        return records;
    }

    /** The revisions of the key so far, up to the first of the one wanted at least. */
    List<Long> revisionsUntil(long wanted) {
        await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).until(() -> {
            poll();
            return revisions().contains(wanted);
        });
        return revisions();
    }

    List<Long> revisions() {
        return records.stream().map(KeyReader::revision).toList();
    }

    private void poll() {
        records =
                topic.next().stream().filter(record -> key.equals(record.key())).toList();
    }

    private static long revision(ConsumerRecord<String, byte[]> record) {
        return switch (MessageCodec.decode(record)) {
            case Decoded.Known(WorkspaceEvent event, var trace) -> event.revision();
            case Decoded.Known other -> throw new AssertionError("unexpected " + other);
            case Decoded.Tombstone tombstone -> throw new AssertionError("unexpected " + tombstone);
            case Decoded.Unreadable unreadable -> throw new AssertionError(unreadable.why());
        };
    }

    @Override
    public void close() {
        topic.close();
    }
}
