package dev.greenroom.chaos;

import dev.greenroom.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Waits until workspace-service has taken in what the topics of configurations and accounts have. */
final class AwaitIntake {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GROUP = "workspace-service";

    private final String bootstrapServers;

    AwaitIntake(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void all() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var ends = ends(admin);
            while (!isTakenIn(admin, ends)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("accounts and configurations did not come through");
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTakenIn(Admin admin, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        var taken = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .allMatch(end -> end.getValue() == 0
                        || taken.get(end.getKey()) != null
                                && taken.get(end.getKey()).offset() >= end.getValue());
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        var topics = List.of(Topic.CODER_ACCOUNTS.topicName(), Topic.CODER_CONFIGS.topicName());
        var partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(partitions).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }
}
