package dev.greenroom.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells this process's relays of a commit, so that they need not find its rows by looking. */
@ApplicationScoped
class WakeUps {
    private final TransactionSynchronizationRegistry transactions;
    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();

    WakeUps(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Calls this after each commit with rows in it. */
    void wake(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    /** Wakes the relays when the current transaction has committed. */
    void afterCommit() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a message can be added inside an active transaction only");
        }
        if (transactions.getResource(WakeUps.class) == null) {
            transactions.putResource(WakeUps.class, this);
            transactions.registerInterposedSynchronization(new AfterCommit());
        }
    }

    private final class AfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Only the end counts.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                sleepers.forEach(Runnable::run);
            }
        }
    }
}
