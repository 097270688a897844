package dev.greenroom.workspace.intake;

import static java.util.stream.Collectors.groupingBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Batches as the connector gives them, and what became of their records. */
final class TestBatch {

    private final List<String> settled = new CopyOnWriteArrayList<>();

    /** For each record how it was settled. */
    List<String> settled() {
        return settled;
    }

    @SafeVarargs
    final IncomingKafkaRecordBatch<String, byte[]> of(ProducerRecord<String, byte[]>... records) {
        var byPartition = Stream.of(records)
                .map(TestBatch::received)
                .collect(groupingBy(record -> new TopicPartition(record.topic(), record.partition())));
        return new IncomingKafkaRecordBatch<>(
                new ConsumerRecords<>(byPartition, Map.of()),
                "a channel",
                0,
                new Commits(),
                new PutsAside(),
                false,
                false);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                7,
                0L,
                TimestampType.CREATE_TIME,
                0,
                sent.value().length,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private final class Commits implements KafkaCommitHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
            settled.add("acknowledged");
            return Uni.createFrom().voidItem();
        }
    }

    private final class PutsAside implements KafkaFailureHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
            settled.add("put aside");
            return Uni.createFrom().voidItem();
        }
    }
}
