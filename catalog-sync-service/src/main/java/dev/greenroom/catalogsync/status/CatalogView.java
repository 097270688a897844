package dev.greenroom.catalogsync.status;

import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.catalogsync.pass.PassReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last pass as this replica knows it. Every replica looks it up after each turn, so that probes and scrapes, which
 * come at their own pace, never ask the database.
 */
@ApplicationScoped
public class CatalogView {
    private final PastPassStore store;
    private final Clock clock;
    private final Instant bornAt;
    private volatile @Nullable PastPass last;

    CatalogView(PastPassStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.bornAt = clock.instant();
    }

    /** Writes down what a pass did. */
    public void passed(Lease lease, PassReport report) {
        PassEnd.of(report.outcome()).ifPresent(end -> store.save(lease, report, end));
    }

    /** Looks up what the leader wrote down last. */
    public void refresh() {
        last = store.last().orElse(null);
    }

    Optional<PastPass> last() {
        return Optional.ofNullable(last);
    }

    /** How old the news may be: since the last complete pass began, or since this process did, where there was none. */
    Duration age() {
        var since = last().map(pass -> pass.completeStartedAt).orElse(bornAt);
        return Duration.between(since, clock.instant());
    }
}
