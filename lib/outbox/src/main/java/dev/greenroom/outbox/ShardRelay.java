package dev.greenroom.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rows of one shard, in order, for as long as this process runs.
 *
 * <pre>
 *   stand by ──lease taken──▶ open ──init, lease still ours──▶ ( select ▶ send ▶ commit ▶ delete )
 *       ▲                      ▲ │                                │                     │
 *       └───lease lost─────────┼─┴────────────────────────────────┘                     │
 *                              └──anything fails, lease still ours──────────────────────┘
 * </pre>
 *
 * A relay may be stopped anywhere for longer than its lease, and go on beside its successor. It selects only after its
 * producer's {@code initTransactions}: that of the successor comes later then, and the broker refuses whatever this one
 * still sends. So a row may be sent twice, but never after one that follows it, unless that one is sent again too.
 */
final class ShardRelay implements Runnable {
    /** How often one that stands by looks whether the lease has been given up: each second, or more often. */
    private static final int LOOKS_PER_LEASE = 10;

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);

    private final int shard;
    private final LeaseStore leases;
    private final QueueStore queue;
    private final IntFunction<Producer<String, byte[]>> producers;
    private final ShardState state;
    private final Pause pause = new Pause();
    private final Duration look;
    private final BackOff retries;
    private final BackOff polls;
    private @Nullable Lease lease;

    ShardRelay(
            int shard,
            OutboxConfig config,
            LeaseStore leases,
            QueueStore queue,
            IntFunction<Producer<String, byte[]>> producers,
            ShardState state) {
        this.shard = shard;
        this.leases = leases;
        this.queue = queue;
        this.producers = producers;
        this.state = state;
        var look = config.lease().dividedBy(LOOKS_PER_LEASE);
        this.look = look.compareTo(LOOK) < 0 ? look : LOOK;
        this.retries = new BackOff(FIRST_RETRY, config.retryMax());
        this.polls = new BackOff(config.pollMin(), config.pollMax());
    }

    Pause pause() {
        return pause;
    }

    @Override
    public void run() {
        while (!pause.stopped()) {
            try {
                serve();
            } catch (InterruptedException e) {
                break;
            } catch (SQLException | RuntimeException e) {
                retryAfter(e);
            }
        }
        release();
    }

    private void serve() throws SQLException, InterruptedException {
        if (lease == null || !leases.renew(lease)) {
            lease = leases.take(shard).orElse(null);
        }
        if (lease == null) {
            state.standsBy();
            pause.rest(look);
        } else {
            open(lease);
        }
    }

    private void open(Lease held) throws SQLException, InterruptedException {
        var producer = producers.apply(shard);
        try {
            producer.initTransactions();
            if (leases.renew(held)) {
                relay(held, producer);
            }
        } finally {
            // Nothing of ours is in flight that counts: what has not been committed is sent again.
            producer.close(Duration.ZERO);
        }
    }

    private void relay(Lease held, Producer<String, byte[]> producer) throws SQLException, InterruptedException {
        while (!pause.stopped()) {
            switch (queue.next(held)) {
                case Turn.Lost() -> {
                    return;
                }
                case Turn.Mine(var queued)
                when queued.isEmpty() -> {
                    succeed();
                    idle();
                }
                case Turn.Mine(var queued) -> {
                    send(producer, queued);
                    queue.delete(held, queued);
                    state.published(queued.size());
                    polls.reset();
                    succeed();
                }
            }
        }
    }

    private static void send(Producer<String, byte[]> producer, List<Turn.Queued> queued) {
        producer.beginTransaction();
        for (var each : queued) {
            // A record that is refused fails the commit, so that the single answers need not be awaited. One that is
            // refused at once ends the batch: where its topic is missing, the next would only wait as long again.
            if (producer.send(each.row().toRecord()).state() == Future.State.FAILED) {
                break;
            }
        }
        producer.commitTransaction();
    }

    /** A turn without failure, not an open producer: a broker may take a producer's hello and refuse all it sends. */
    private void succeed() {
        state.leads();
        retries.reset();
    }

    private void idle() throws InterruptedException {
        if (pause.idle(polls.next())) {
            polls.reset();
        }
    }

    private void retryAfter(Exception failure) {
        state.fails(failure);
        try {
            pause.rest(retries.next());
        } catch (InterruptedException e) {
            pause.stop();
        }
    }

    private void release() {
        // An interrupt was meant for the work; the next relay should not have to wait for the lease.
        Thread.interrupted();
        try {
            if (lease != null) {
                leases.release(lease);
            }
        } catch (SQLException | RuntimeException e) {
            state.fails(e);
        }
    }
}
