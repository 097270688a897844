package dev.greenroom.catalogsync.lead;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs database work in a transaction that begins by renewing the lease. The lease's row stays locked until the commit,
 * so a replica that was paused for however long commits nothing after another one has taken over.
 */
@ApplicationScoped
public class WhileLeading {
    private final LeaseStore store;
    private final LeaseConfig config;

    WhileLeading(LeaseStore store, LeaseConfig config) {
        this.store = store;
        this.config = config;
    }

    /** What the work gave; empty, with nothing done, where the lease is another's. */
    public <T> Optional<T> call(Lease lease, Supplier<T> work) {
        return QuarkusTransaction.requiringNew()
                .call(() -> store.renew(lease, config.time()) ? Optional.of(work.get()) : Optional.empty());
    }
}
