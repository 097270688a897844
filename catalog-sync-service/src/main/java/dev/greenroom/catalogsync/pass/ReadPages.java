package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.StopSignal;
import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.backstage.BackstageEntity;
import dev.greenroom.catalogsync.backstage.PageOutcome;
import dev.greenroom.catalogsync.backstage.ReadFailure;
import dev.greenroom.catalogsync.compile.CatalogEntity;
import dev.greenroom.catalogsync.compile.Owners;
import dev.greenroom.catalogsync.entity.SeenEntities;
import dev.greenroom.catalogsync.lead.Lease;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the pages of one pass and publishes each, until there is no next one or something ends it. */
final class ReadPages {
    private final BackstageClient backstage;
    private final PublishChanges publishChanges;
    private final StopSignal stop;
    private final Lease lease;
    private final GroupMembers groups;
    private final SeenEntities seen = new SeenEntities();
    private Tally tally = Tally.NOTHING;

    ReadPages(BackstageClient backstage, PublishChanges publishChanges, StopSignal stop, Lease lease) {
        this.backstage = backstage;
        this.publishChanges = publishChanges;
        this.stop = stop;
        this.lease = lease;
        this.groups = new GroupMembers(backstage);
    }

    private sealed interface Step permits More, End {}

    private record More(String cursor) implements Step {}

    sealed interface End extends Step {}

    record AllRead() implements End {}

    record Ended(PassOutcome outcome) implements End {}

    SeenEntities seen() {
        return seen;
    }

    Tally tally() {
        return tally;
    }

    End toTheEnd() {
        var step = page(null);
        while (true) {
            switch (step) {
                case More(String cursor) -> step = stop.given() ? new Ended(new PassOutcome.Stopped()) : page(cursor);
                case End end -> {
                    return end;
                }
            }
        }
    }

    private Step page(@Nullable String cursor) {
        return switch (backstage.page(cursor)) {
            case ReadFailure failure -> new Ended(PassOutcome.Incomplete.of(failure));
            case PageOutcome.Page page -> publish(page).<Step>map(Ended::new).orElseGet(() -> next(page, cursor));
        };
    }

    private static Step next(PageOutcome.Page page, @Nullable String cursor) {
        var next = page.nextCursor();
        if (next == null) {
            return new AllRead();
        }
        return next.equals(cursor)
                ? new Ended(new PassOutcome.Incomplete("Backstage's pages don't advance", Duration.ZERO))
                : new More(next);
    }

    /** What ends the pass; empty where it goes on. */
    private Optional<PassOutcome> publish(PageOutcome.Page page) {
        var failure = groups.learn(page.entities());
        if (failure.isPresent()) {
            return failure.map(PassOutcome.Incomplete::of);
        }
        var entities = page.entities().stream().map(this::withOwners).toList();
        var published = publishChanges.publish(lease, entities, seen);
        published.ifPresent(more -> tally = tally.plus(more));
        return published.isPresent() ? Optional.empty() : Optional.of(new PassOutcome.LeaseLost());
    }

    private CatalogEntity withOwners(BackstageEntity entity) {
        return new CatalogEntity(
                entity.ref(),
                entity.uid(),
                entity.coder(),
                entity.sourceLocation(),
                Owners.of(groups.ownersOf(entity)));
    }
}
