package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.backstage.CatalogScope;
import dev.greenroom.catalogsync.backstage.EntitiesOutcome;
import dev.greenroom.catalogsync.backstage.ReadFailure;
import dev.greenroom.catalogsync.entity.EntityState;
import dev.greenroom.catalogsync.entity.EntityStore;
import dev.greenroom.catalogsync.entity.KnownEntity;
import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.catalogsync.problem.ProblemStore;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Asks Backstage about entities that a pass has missed, and withdraws those that were absent often enough. */
@ApplicationScoped
class WithdrawAbsent {
    private final BackstageClient backstage;
    private final CatalogScope scope;
    private final EntityStore store;
    private final WhileLeading whileLeading;
    private final EntityEvents events;
    private final ProblemStore problems;
    private final Outbox outbox;
    private final WithdrawalConfig config;
    private final Clock clock;

    WithdrawAbsent(
            BackstageClient backstage,
            CatalogScope scope,
            EntityStore store,
            WhileLeading whileLeading,
            EntityEvents events,
            ProblemStore problems,
            Outbox outbox,
            WithdrawalConfig config,
            Clock clock) {
        this.backstage = backstage;
        this.scope = scope;
        this.store = store;
        this.whileLeading = whileLeading;
        this.events = events;
        this.problems = problems;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    Withdrawal withdraw(Lease lease, List<Integer> numbers) {
        var missed = store.numbered(numbers);
        // What the operator took out of scope is still in the catalog, and isn't asked for.
        var inScope =
                missed.stream().map(KnownEntity::ref).filter(scope::covers).toList();
        return switch (backstage.find(inScope)) {
            case ReadFailure failure -> new Withdrawal.Ended(PassOutcome.Incomplete.of(failure), 0);
            case EntitiesOutcome.Found found ->
                whileLeading
                        .call(lease, () -> judge(missed, found.entities().keySet()))
                        .<Withdrawal>map(Withdrawal.Done::new)
                        .orElseGet(() -> new Withdrawal.Ended(new PassOutcome.LeaseLost(), 0));
        };
    }

    /** How many were withdrawn. */
    private int judge(List<KnownEntity> missed, Set<EntityRef> present) {
        var observedAt = clock.instant();
        var now = missed.stream()
                .map(entity -> present.contains(entity.ref()) ? entity.seen() : absent(entity))
                .toList();
        var gone = now.stream()
                .filter(entity -> entity.state() == EntityState.WITHDRAWN)
                .toList();
        store.save(now);
        var say = gone.stream()
                .map(entity -> events.withdrawn(entity, observedAt))
                .toList();
        problems.keep(say);
        outbox.addAll(say);
        return gone.size();
    }

    private KnownEntity absent(KnownEntity entity) {
        var missed = entity.missed();
        return missed.missedPasses() >= config.passes() ? missed.withdrawn() : missed;
    }
}
