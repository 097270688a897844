package dev.greenroom.workspace.intake;

import dev.greenroom.contracts.Message;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes a batch of records in: what can be read is kept in one transaction, each record that can't be goes to the
 * dead-letter topic alone, then the batch is acknowledged. A record whose data PostgreSQL refuses counts as one that
 * can't be read; while PostgreSQL can't be reached the batch waits.
 */
@ApplicationScoped
public class BatchIntake {

    private static final Logger LOG = Logger.getLogger(BatchIntake.class);

    private final PatientTransaction transaction;
    private final BatchesInWork inWork;

    BatchIntake(PatientTransaction transaction, BatchesInWork inWork) {
        this.transaction = transaction;
        this.inWork = inWork;
    }

    /**
     * @param keep called inside a transaction, with the good messages in their order; again after an outage, so that
     *     it has to bear repeats
     */
    public <M extends Message> CompletionStage<Void> take(
            String channel, KafkaRecordBatch<String, byte[]> batch, Class<M> type, Consumer<List<M>> keep) {
        inWork.begin(channel);
        try {
            var records = batch.getRecords().stream()
                    .map(record -> ReadRecord.read(record, type))
                    .toList();
            var unreadable = records.stream().flatMap(record -> switch (record) {
                case ReadRecord.Unreadable<M> bad -> Stream.of(bad);
                case ReadRecord.Good<M> _, ReadRecord.Nothing<M> _ -> Stream.empty();
            });
            var good = records.stream().flatMap(record -> switch (record) {
                case ReadRecord.Good<M> readable -> Stream.of(readable);
                case ReadRecord.Unreadable<M> _, ReadRecord.Nothing<M> _ -> Stream.empty();
            });
            var refused = keep(channel, good.toList(), keep);
            var aside = Stream.concat(unreadable, refused.stream()).map(bad -> putAside(channel, bad));
            return CompletableFuture.allOf(aside.toArray(CompletableFuture[]::new))
                    .thenCompose(_ -> batch.ack())
                    .whenComplete((_, _) -> inWork.end(channel));
        } catch (RuntimeException e) {
            inWork.end(channel);
            throw e;
        }
    }

    private <M extends Message> List<ReadRecord.Unreadable<M>> keep(
            String channel, List<ReadRecord.Good<M>> good, Consumer<List<M>> keep) {
        if (good.isEmpty()) {
            return List.of();
        }
        try {
            transaction.run(
                    channel,
                    () -> keep.accept(
                            good.stream().map(ReadRecord.Good::message).toList()));
            return List.of();
        } catch (RefusedData refused) {
            return good.size() == 1
                    ? List.of(good.getFirst().refused())
                    : good.stream()
                            .flatMap(one -> keep(channel, List.of(one), keep).stream())
                            .toList();
        }
    }

    private static CompletableFuture<Void> putAside(String channel, ReadRecord.Unreadable<?> bad) {
        LOG.warnf(
                "record put aside channel=%s partition=%d offset=%d reason=\"%s\"",
                channel,
                bad.record().getPartition(),
                ReadRecord.raw(bad.record()).offset(),
                bad.why());
        return bad.record().nack(new UnreadableRecord(bad.why())).toCompletableFuture();
    }
}
