package dev.greenroom.outbox;

import io.micrometer.core.instrument.Counter;
import java.util.Objects;
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
        record Failing(Class<?> cause) implements Condition {}
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
        var root = root(failure);
        LOG.debugf(failure, "outbox shard %d: attempt failed", shard);
        if (root instanceof ProducerFencedException || root instanceof InvalidProducerEpochException) {
            LOG.infof("outbox shard %d: another relay has opened it, and this one is shut out", shard);
            condition = new Condition.Starting();
            return;
        }
        var failing = new Condition.Failing(root.getClass());
        if (!failing.equals(condition)) {
            LOG.warnf("outbox shard %d: can't send, keeps its rows and tries again: %s", shard, root);
            condition = failing;
        }
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = Objects.requireNonNull(root.getCause());
        }
        return root;
    }
}
