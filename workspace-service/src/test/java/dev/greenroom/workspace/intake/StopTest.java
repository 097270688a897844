package dev.greenroom.workspace.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.standins.SteppingClock;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

/** A batch that waits for the database when the process has to stop. */
class StopTest {

    private static final Person JANE = new Person(new UserRef("default", "jane"), "jane", "a token");

    private final List<String> settled = new ArrayList<>();
    private final BatchesInWork inWork = new BatchesInWork(new SteppingClock());
    private final BatchIntake intake = new BatchIntake(new PatientTransaction(inWork), inWork);

    @Test
    void leavesTheBatchForWhoeverReadsNext() {
        // Given
        inWork.refuseMore();

        // When
        var taken = intake.take("workspace-commands", oneCommand(), WorkspaceCommand.class, commands -> fail("kept"));

        // Then
        assertThat(taken.toCompletableFuture()).isNotDone();
        assertThat(settled).isEmpty();
        assertThat(inWork.none()).isTrue();
    }

    private IncomingKafkaRecordBatch<String, byte[]> oneCommand() {
        var sent = Topics.encoded(JANE.create(EntityRef.parse("component:default/shop")));
        var partition = new TopicPartition(sent.topic(), 0);
        var record = new ConsumerRecord<>(
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
        return new IncomingKafkaRecordBatch<>(
                new ConsumerRecords<>(Map.of(partition, List.of(record)), Map.of()),
                "workspace-commands",
                0,
                new Commits(),
                new PutsAside(),
                false,
                false);
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
