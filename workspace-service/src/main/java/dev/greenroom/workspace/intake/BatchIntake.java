package dev.greenroom.workspace.intake;

import dev.greenroom.contracts.Message;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes a batch of records in: what can be read is kept in one transaction, each record that can't be goes to the
 * dead-letter topic alone, then the batch is acknowledged. A record that can't be kept, whatever the reason, counts as
 * one that can't be read, and its neighbours are kept without it; only while PostgreSQL is away the batch waits. One
 * that is too much for a transaction is kept in parts.
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

    public <M extends Message> CompletionStage<Void> take(
            String channel, KafkaRecordBatch<String, byte[]> batch, Class<M> type, Keep<M> keep) {
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
        } catch (ShuttingDown _) {
            // Neither acknowledged nor put aside: whoever reads the partition next gets the batch again.
            inWork.end(channel);
            return new CompletableFuture<>();
        } catch (RuntimeException e) {
            inWork.end(channel);
            throw e;
        }
    }

    private <M extends Message> List<ReadRecord.Unreadable<M>> keep(
            String channel, List<ReadRecord.Good<M>> good, Keep<M> keep) {
        if (good.isEmpty()) {
            return List.of();
        }
        try {
            transaction.run(
                    channel,
                    good.size() > 1,
                    () -> keep.all(good.stream().map(ReadRecord.Good::message).toList()));
            return List.of();
        } catch (TookTooLong tooMuch) {
            LOG.warnf("batch took too long and is kept in parts channel=%s records=%d", channel, good.size());
            return byHalves(channel, good, keep);
        } catch (NotKept failed) {
            return good.size() == 1
                    ? List.of(giveUp(channel, good.getFirst(), failed, keep))
                    : byHalves(channel, good, keep);
        }
    }

    /** A few transactions find one bad record among many good ones, and the order stays. */
    private <M extends Message> List<ReadRecord.Unreadable<M>> byHalves(
            String channel, List<ReadRecord.Good<M>> good, Keep<M> keep) {
        var middle = good.size() / 2;
        return Stream.of(good.subList(0, middle), good.subList(middle, good.size()))
                .flatMap(half -> keep(channel, half, keep).stream())
                .toList();
    }

    private <M extends Message> ReadRecord.Unreadable<M> giveUp(
            String channel, ReadRecord.Good<M> bad, NotKept failed, Keep<M> keep) {
        if (failed.isMistake()) {
            LOG.errorf(failed.getCause(), "record not kept channel=%s", channel);
        }
        try {
            transaction.run(channel, false, () -> keep.givenUp(bad.message()));
        } catch (NotKept again) {
            LOG.errorf("record not settled channel=%s reason=\"%s\"", channel, again.why());
        }
        return bad.givenUp(failed.why());
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
