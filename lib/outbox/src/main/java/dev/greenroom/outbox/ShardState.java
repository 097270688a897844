package dev.greenroom.outbox;

import io.micrometer.core.instrument.Counter;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jboss.logging.Logger;

/** What the relay of one shard is doing, told once for each change. */
final class ShardState {
    private static final Logger LOG = Logger.getLogger(ShardState.class);

    private final int shard;
    private final Counter published;
    private volatile Condition condition = new Condition.Starting();

    /** For those who look after it. */
    sealed interface Condition {
        record Starting() implements Condition {}

        /** Another replica sends this shard's rows. */
        record StandingBy() implements Condition {}

        record Leading() implements Condition {}

        /** Rows are kept, and tried again. */
        record Failing(Culprit culprit) implements Condition {}
    }

    /** What is not as it should be. */
    enum Culprit {
        KAFKA("Kafka takes no messages"),
        DATABASE("the database does not answer"),
        RELAY("the relay fails");

        private final String sentence;

        Culprit(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    ShardState(int shard, Counter published) {
        this.shard = shard;
        this.published = published;
    }

    int shard() {
        return shard;
    }

    Condition condition() {
        return condition;
    }

    void leads() {
        if (condition instanceof Condition.Failing) {
            LOG.infof("outbox shard %d: sends again", shard);
        }
        condition = new Condition.Leading();
    }

    void standsBy() {
        condition = new Condition.StandingBy();
    }

    void published(int rows) {
        published.increment(rows);
    }

    void fails(Exception failure) {
        var causes = causes(failure);
        LOG.debugf(failure, "outbox shard %d: attempt failed", shard);
        if (causes.stream().anyMatch(ShardState::isFencing)) {
            LOG.infof("outbox shard %d: another relay has opened it, and this one is shut out", shard);
            condition = new Condition.Starting();
            return;
        }
        var failing = new Condition.Failing(culprit(causes));
        if (!failing.equals(condition)) {
            LOG.warnf(
                    "outbox shard %d: %s; its rows are kept and tried again: %s",
                    shard, failing.culprit().sentence(), told(causes));
            condition = failing;
        }
    }

    private static boolean isFencing(Throwable cause) {
        return cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException;
    }

    private static Culprit culprit(List<Throwable> causes) {
        if (causes.stream().anyMatch(SQLException.class::isInstance)) {
            return Culprit.DATABASE;
        }
        return causes.stream().anyMatch(KafkaException.class::isInstance) ? Culprit.KAFKA : Culprit.RELAY;
    }

    /** All of them: what is missing or forbidden is named by one in the middle as often as by the root. */
    private static String told(List<Throwable> causes) {
        return causes.stream().map(Throwable::toString).collect(Collectors.joining(", since "));
    }

    /** The failure itself first, its root last. */
    private static List<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .toList();
    }
}
