package dev.greenroom.workspace.work;

import dev.greenroom.problems.DatabaseOutage;
import dev.greenroom.workspace.inbox.CommandsAccepted;
import dev.greenroom.workspace.queue.OwnerQueueStore;
import dev.greenroom.workspace.queue.QueueConfig;
import dev.greenroom.workspace.queue.Turn;
import dev.greenroom.workspace.queue.TurnStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the turns that are due, as many at once as there are workers, each on a virtual thread of its own. It is woken
 * when this process has accepted commands, and looks by itself for what others have accepted and what has become due.
 */
@ApplicationScoped
class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final Duration SHORTEST_REST = Duration.ofMillis(5);

    private final TurnStore turns;
    private final OwnerQueueStore queue;
    private final TakeTurns take;
    private final QueueConfig config;
    /** The workers that have no turn. */
    final Semaphore free;

    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean ending;
    /** Whether the last look for turns failed; of the thread that takes them. */
    private boolean failing;

    private volatile @Nullable Thread taking;

    Workers(TurnStore turns, OwnerQueueStore queue, TakeTurns take, QueueConfig config) {
        this.turns = turns;
        this.queue = queue;
        this.take = take;
        this.config = config;
        this.free = new Semaphore(config.workers(), true);
    }

    int count() {
        return config.workers();
    }

    void start(@Observes StartupEvent started) {
        taking = Thread.ofVirtual().name("turns").start(this::run);
    }

    /** Whether somebody still takes turns, or has been told to stop. */
    boolean alive() {
        return ending || taking == null || taking.isAlive();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommandsAccepted accepted) {
        wakeUps.release();
    }

    /** Takes no more turns and waits for those that are under way; one that lasts longer is taken over by its lease. */
    void stop(@Observes @Priority(2) ShutdownEvent stopping) throws InterruptedException {
        ending = true;
        wakeUps.release();
        var drained = free.tryAcquire(count(), config.drainFor().toMillis(), TimeUnit.MILLISECONDS);
        LOG.infof("workers stopped drained=%s", drained);
    }

    private void run() {
        try {
            while (!ending) {
                free.acquire();
                var turn = next();
                turn.ifPresentOrElse(this::begin, free::release);
                if (turn.isEmpty()) {
                    rest();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Turn turn) {
        Thread.ofVirtual().name("turn").start(() -> {
            try {
                take.through(turn);
            } finally {
                free.release();
                wakeUps.release();
            }
        });
    }

    private Optional<Turn> next() {
        try {
            var turn = ending ? Optional.<Turn>empty() : turns.take();
            if (failing) {
                LOG.info("turns are taken again");
            }
            failing = false;
            return turn;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf(
                        "no turns taken%s cause=%s", DatabaseOutage.causes(e) ? " until the database is back" : "", e);
            }
            failing = true;
            return Optional.empty();
        }
    }

    private void rest() throws InterruptedException {
        wakeUps.tryAcquire(untilNext().toMillis(), TimeUnit.MILLISECONDS);
        wakeUps.drainPermits();
    }

    private Duration untilNext() {
        try {
            var due = queue.untilNextDue().orElse(config.poll());
            var rest = due.compareTo(config.poll()) > 0 ? config.poll() : due;
            return rest.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : rest;
        } catch (RuntimeException e) {
            return config.poll();
        }
    }
}
