package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.backstage.BackstageEntity;
import dev.greenroom.catalogsync.backstage.EntitiesOutcome;
import dev.greenroom.catalogsync.backstage.ReadFailure;
import dev.greenroom.catalogsync.entity.EntityState;
import dev.greenroom.catalogsync.entity.EntityStore;
import dev.greenroom.catalogsync.entity.KnownEntity;
import dev.greenroom.catalogsync.group.GroupStore;
import dev.greenroom.catalogsync.group.KnownGroup;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.contracts.EntityRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks Backstage about what has been missing for long enough, and withdraws what is absent. */
@ApplicationScoped
class WithdrawAbsent {
    private final BackstageClient backstage;
    private final EntityStore entities;
    private final GroupStore groups;
    private final ChangeOwners changeOwners;
    private final WhileLeading whileLeading;
    private final EntityEvents events;
    private final SaveAndSay saveAndSay;
    private final WithdrawalConfig config;
    private final Clock clock;

    WithdrawAbsent(
            BackstageClient backstage,
            EntityStore entities,
            GroupStore groups,
            ChangeOwners changeOwners,
            WhileLeading whileLeading,
            EntityEvents events,
            SaveAndSay saveAndSay,
            WithdrawalConfig config,
            Clock clock) {
        this.backstage = backstage;
        this.entities = entities;
        this.groups = groups;
        this.changeOwners = changeOwners;
        this.whileLeading = whileLeading;
        this.events = events;
        this.saveAndSay = saveAndSay;
        this.config = config;
        this.clock = clock;
    }

    /** What has left the operator's scope is absent too: Backstage is asked with the scope's filter. */
    Withdrawal entities(Pass pass, List<Integer> numbers) {
        // One that comes back as it was has to be read again: what was read of it is not what was said last.
        numbers.forEach(pass.alreadyRead().entities()::forget);
        var missed = entities.numbered(numbers);
        return switch (backstage.entities(missed.stream().map(KnownEntity::ref).toList())) {
            case ReadFailure failure -> new Withdrawal.Ended(PassOutcome.Incomplete.of(failure), 0);
            case EntitiesOutcome.Found found ->
                whileLeading
                        .call(pass.lease(), () -> judge(missed, found.entities()))
                        .<Withdrawal>map(Withdrawal.Done::new)
                        .orElseGet(() -> new Withdrawal.Ended(new PassOutcome.LeaseLost(), 0));
        };
    }

    /** A group that is gone has no members; nothing is said about it but to those who see what it owned. */
    Withdrawal groups(Pass pass, List<Integer> numbers) {
        numbers.forEach(pass.alreadyRead().groups()::forget);
        var missed = groups.numbered(numbers);
        return switch (backstage.groups(missed.stream().map(KnownGroup::ref).toList())) {
            case ReadFailure failure -> new Withdrawal.Ended(PassOutcome.Incomplete.of(failure), 0);
            case EntitiesOutcome.Found found ->
                changeOwners
                        .change(
                                pass,
                                missed.stream()
                                        .map(group ->
                                                judge(group, found.entities().get(group.ref())))
                                        .toList())
                        .<Withdrawal>map(outcome -> new Withdrawal.Ended(outcome, 0))
                        .orElseGet(() -> new Withdrawal.Done(0));
        };
    }

    private static GroupChange judge(KnownGroup group, @Nullable BackstageEntity found) {
        if (found == null) {
            return new GroupChange(group, group.gone());
        }
        return new GroupChange(group, found.isReadable() ? group.as(found) : group.seen());
    }

    /** How many were withdrawn. */
    private int judge(List<KnownEntity> missed, Map<EntityRef, BackstageEntity> found) {
        var observedAt = clock.instant();
        var now = missed.stream()
                .map(entity -> isAbsent(found.get(entity.ref())) ? entity.withdrawn() : entity.present())
                .toList();
        var gone = now.stream()
                .filter(entity -> entity.state() == EntityState.WITHDRAWN)
                .toList();
        saveAndSay.all(
                now,
                gone.stream()
                        .map(entity -> events.withdrawn(entity, observedAt))
                        .toList());
        return gone.size();
    }

    private boolean isAbsent(@Nullable BackstageEntity found) {
        return found == null || config.orphans().areAway(found);
    }
}
