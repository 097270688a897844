package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.StopSignal;
import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.entity.UnseenStore;
import dev.greenroom.catalogsync.lead.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * One pass over the catalog. It holds one page at a time, writes only what changed, and can end after any page: what was
 * read is published, and what wasn't is left to the next pass. Only a pass that read the last page finds entities missing.
 */
@ApplicationScoped
public class SyncCatalog {
    private final BackstageClient backstage;
    private final PublishChanges publishChanges;
    private final WithdrawMissing withdrawMissing;
    private final UnseenStore unseen;
    private final StopSignal stop;
    private final Clock clock;

    SyncCatalog(
            BackstageClient backstage,
            PublishChanges publishChanges,
            WithdrawMissing withdrawMissing,
            UnseenStore unseen,
            StopSignal stop,
            Clock clock) {
        this.backstage = backstage;
        this.publishChanges = publishChanges;
        this.withdrawMissing = withdrawMissing;
        this.unseen = unseen;
        this.stop = stop;
        this.clock = clock;
    }

    /** Runs a pass under a lease. Backstage's failures end it with an outcome, the database's with an exception. */
    public PassReport run(Lease lease) {
        var startedAt = clock.instant();
        var newest = unseen.newest();
        var pages = new ReadPages(backstage, publishChanges, stop, lease);
        return switch (pages.toTheEnd()) {
            case ReadPages.AllRead _ -> complete(pages, lease, newest, startedAt);
            case ReadPages.Ended ended -> report(startedAt, ended.outcome(), pages.tally(), 0);
        };
    }

    private PassReport complete(ReadPages pages, Lease lease, int newest, Instant startedAt) {
        return switch (withdrawMissing.withdraw(lease, pages.seen(), newest)) {
            case Withdrawal.Done done -> report(startedAt, new PassOutcome.Complete(), pages.tally(), done.withdrawn());
            case Withdrawal.Ended ended -> report(startedAt, ended.outcome(), pages.tally(), ended.withdrawn());
        };
    }

    private PassReport report(Instant startedAt, PassOutcome outcome, Tally tally, int withdrawn) {
        return new PassReport(
                startedAt, clock.instant(), outcome, tally.seen(), tally.invalid(), tally.changed(), withdrawn);
    }
}
