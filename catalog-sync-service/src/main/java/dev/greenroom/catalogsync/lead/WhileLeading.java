package dev.greenroom.catalogsync.lead;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs database work in a transaction that begins by renewing the lease. The lease's row stays locked until the commit,
 * so a replica that was paused for however long commits nothing after another one has taken over.
 */
@ApplicationScoped
public class WhileLeading {
    private static final int RENEWALS_IN_A_LEASE = 10;

    private final LeaseStore store;
    private final Duration time;
    private volatile Renewal last = new Renewal(new Lease("", 0), 0);

    WhileLeading(LeaseStore store, LeaseConfig config) {
        this.store = store;
        this.time = config.time();
    }

    private record Renewal(Lease lease, long nanos) {}

    /** What the work gave; empty, with nothing done, where the lease is another's. */
    public <T> Optional<T> call(Lease lease, Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> renew(lease) ? Optional.of(work.get()) : Optional.empty());
    }

    /** As above, for work that gives nothing; whether it was done. */
    public boolean run(Lease lease, Runnable work) {
        return call(lease, () -> {
                    work.run();
                    return true;
                })
                .isPresent();
    }

    /**
     * Renews the lease where that is due, so that reading without writing anything keeps it.
     *
     * @return whether it was still this one when it was renewed last; good enough for reading on, and never for writing
     */
    public boolean stillLeads(Lease lease) {
        var sinceLast = Duration.ofNanos(System.nanoTime() - last.nanos());
        return last.lease().equals(lease) && sinceLast.compareTo(time.dividedBy(RENEWALS_IN_A_LEASE)) < 0
                || renew(lease);
    }

    private boolean renew(Lease lease) {
        var now = System.nanoTime();
        var renewed = store.renew(lease, time);
        if (renewed) {
            last = new Renewal(lease, now);
        }
        return renewed;
    }
}
