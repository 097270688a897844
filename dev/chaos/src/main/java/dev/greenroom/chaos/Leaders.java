package dev.greenroom.chaos;

import dev.greenroom.contracts.Topic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Which broker has the say about a partition of the commands. */
final class Leaders implements AutoCloseable {
    private final Admin admin;

    Leaders(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** @return the broker's id, from 1 */
    int ofPartition(int draw) {
        var topic = Topic.WORKSPACE_COMMANDS.topicName();
        try {
            var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
            var partitions = Objects.requireNonNull(described.get(topic)).partitions();
            return partitions.get(draw % partitions.size()).leader().id();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
