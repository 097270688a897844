package dev.greenroom.standins.kafka;

import dev.greenroom.contracts.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics with their retention. Services never make topics: what a topic keeps is the operator's choice. */
public final class GreenroomTopics {
    /** What production starts with; a key's partition depends on it, so it is not changed later. */
    public static final int PARTITIONS = 12;

    /** A record of the largest size is put aside with words about it, and has to fit. */
    private static final Map<String, String> DEAD_LETTERS =
            Map.of("retention.ms", millis(Duration.ofDays(30)), "max.message.bytes", "2097152");

    private static final Duration MOMENT = Duration.ofMillis(100);

    private GreenroomTopics() {}

    /** Makes those that are missing, with the cluster's own replication, and leaves the others as they are. */
    public static void create(String bootstrapServers, int partitions) {
        var topics = Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(live(topic, partitions), deadLetters(topic)))
                .toList();
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            while (!areMade(topics, admin)) {
                Thread.sleep(MOMENT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false where too few of the cluster's brokers are there yet */
    private static boolean areMade(List<NewTopic> topics, Admin admin) throws InterruptedException {
        try {
            for (var made : admin.createTopics(topics).values().values()) {
                made.get();
            }
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvalidReplicationFactorException) {
                return false;
            }
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            throw new IllegalStateException("Kafka did not make the topics", e.getCause());
        }
    }

    private static NewTopic live(Topic topic, int partitions) {
        // What is compacted away, and what a tombstone ends, stays readable for as long as events do: a reader that was
        // away for a week misses no message.
        var week = millis(Duration.ofDays(7));
        var kept = topic.compacted()
                ? Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", week, "delete.retention.ms", week)
                : Map.of("retention.ms", week);
        return topic(topic.topicName(), partitions, kept);
    }

    /** One partition: dead letters are few, and whoever looks at them wants them in one order. */
    private static NewTopic deadLetters(Topic topic) {
        return topic(topic.deadLetterTopicName(), 1, DEAD_LETTERS);
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> kept) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(kept);
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
