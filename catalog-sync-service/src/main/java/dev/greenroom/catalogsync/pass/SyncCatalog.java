package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.CatalogScope;
import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.catalogsync.lead.WhileLeading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the catalog. It holds a page or two at a time, reads whole only what may have changed since this leader
 * read it last, writes only what changed, and can end after any page: what was read is published, and what wasn't is left
 * to the next pass. Only a pass that read the last page finds entities missing. Used by the polling thread only.
 */
@ApplicationScoped
public class SyncCatalog {
    private final ReadPages readPages;
    private final FollowHints followHints;
    private final WithdrawMissing withdrawMissing;
    private final SnapshotStore snapshots;
    private final WhileLeading whileLeading;
    private final Clock clock;
    private final String scope;
    private @Nullable AlreadyRead alreadyRead;

    SyncCatalog(
            ReadPages readPages,
            FollowHints followHints,
            WithdrawMissing withdrawMissing,
            SnapshotStore snapshots,
            WhileLeading whileLeading,
            Clock clock,
            CatalogScope scope) {
        this.readPages = readPages;
        this.followHints = followHints;
        this.withdrawMissing = withdrawMissing;
        this.snapshots = snapshots;
        this.whileLeading = whileLeading;
        this.clock = clock;
        this.scope = scope.identity();
    }

    /** Runs a pass under a lease. Backstage's failures end it with an outcome, the database's with an exception. */
    public PassReport run(Lease lease) {
        var startedAt = clock.instant();
        var newest = withdrawMissing.newest();
        var pass = begin(lease);
        followHints.beginPass(pass);
        return switch (readPages.toTheEnd(pass)) {
            case ReadPages.AllRead _ -> complete(pass, newest, startedAt);
            case ReadPages.Ended ended -> report(startedAt, ended.outcome(), pass.tally(), 0);
        };
    }

    /** Between passes: reads what hints name. */
    public HintsOutcome followHints(Lease lease) {
        return followHints.follow(begin(lease));
    }

    private Pass begin(Lease lease) {
        if (alreadyRead == null || !alreadyRead.isOf(lease)) {
            alreadyRead = new AlreadyRead(lease);
        }
        return new Pass(lease, alreadyRead, !snapshots.isOver(scope));
    }

    private PassReport complete(Pass pass, Newest newest, Instant startedAt) {
        if (!pass.sawSomething() && newest.entity() > 0) {
            // As a token sees it that has lost its permission: Backstage answers 200 then, with nothing.
            var outcome = new PassOutcome.Incomplete(
                    "Backstage shows nothing at all: look at the permissions of the token", Duration.ZERO);
            return report(startedAt, outcome, pass.tally(), 0);
        }
        followHints.endPass(pass);
        endSnapshot(pass);
        return switch (withdrawMissing.withdraw(pass, newest)) {
            case Withdrawal.Done done -> report(startedAt, new PassOutcome.Complete(), pass.tally(), done.withdrawn());
            case Withdrawal.Ended ended -> report(startedAt, ended.outcome(), pass.tally(), ended.withdrawn());
        };
    }

    /** A Backstage that has just been started, or connected, shows its catalog bit by bit. */
    private void endSnapshot(Pass pass) {
        if (pass.snapshot() && pass.tally().seen() > 0 && !pass.foundNew()) {
            whileLeading.run(pass.lease(), () -> snapshots.end(scope));
        }
    }

    private PassReport report(Instant startedAt, PassOutcome outcome, Tally tally, int withdrawn) {
        return new PassReport(
                startedAt, clock.instant(), outcome, tally.seen(), tally.invalid(), tally.changed(), withdrawn);
    }
}
