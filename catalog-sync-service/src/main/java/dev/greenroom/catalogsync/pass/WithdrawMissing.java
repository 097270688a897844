package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.absence.AbsenceStore;
import dev.greenroom.catalogsync.absence.AbsenceStore.Unseen;
import dev.greenroom.catalogsync.confirmation.ConfirmationStore;
import dev.greenroom.catalogsync.entity.EntityStore;
import dev.greenroom.catalogsync.group.GroupStore;
import dev.greenroom.catalogsync.lead.WhileLeading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Finds what a complete pass has not seen, and withdraws what stays away. Three things must agree, since a fault in one
 * YAML file makes Backstage drop sound entities: not too much is missing at once, or an admin has confirmed it, which
 * ends the wait, too; no complete pass has seen it for a while; and Backstage shows each of them no more. Groups are held
 * to the same: with them entities lose their owners.
 */
@ApplicationScoped
class WithdrawMissing {
    private static final int AT_A_TIME = 500;

    private final AbsenceStore entities;
    private final AbsenceStore groups;
    private final WhileLeading whileLeading;
    private final WithdrawAbsent withdrawAbsent;
    private final ConfirmationStore confirmations;
    private final WithdrawalConfig config;

    WithdrawMissing(
            EntityStore entities,
            GroupStore groups,
            WhileLeading whileLeading,
            WithdrawAbsent withdrawAbsent,
            ConfirmationStore confirmations,
            WithdrawalConfig config) {
        this.entities = entities.absences();
        this.groups = groups.absences();
        this.whileLeading = whileLeading;
        this.withdrawAbsent = withdrawAbsent;
        this.confirmations = confirmations;
        this.config = config;
    }

    private record Missing(Unseen entities, Unseen groups) {
        int count() {
            return entities.numbers().size() + groups.numbers().size();
        }

        int known() {
            return entities.known() + groups.known();
        }
    }

    Newest newest() {
        return new Newest(entities.newest(), groups.newest());
    }

    /** To be called where the pass has read every page. */
    Withdrawal withdraw(Pass pass, Newest newest) {
        return whileLeading
                .call(pass.lease(), () -> note(pass, newest))
                .map(missing -> withdraw(pass, missing))
                .orElseGet(() -> new Withdrawal.Ended(new PassOutcome.LeaseLost(), 0));
    }

    private Missing note(Pass pass, Newest newest) {
        var missingEntities = entities.unseen(pass.entities()::has, newest.entity());
        var missingGroups = groups.unseen(pass.groups()::has, newest.group());
        entities.note(missingEntities.numbers());
        groups.note(missingGroups.numbers());
        pass.alreadyRead().missed(missingEntities.numbers());
        missingGroups.numbers().forEach(pass.alreadyRead().groups()::forget);
        return new Missing(missingEntities, missingGroups);
    }

    private Withdrawal withdraw(Pass pass, Missing missing) {
        if (!isTooMuch(missing.entities()) && !isTooMuch(missing.groups())) {
            return withdraw(pass, config.grace());
        }
        if (missing.count() > confirmations.upTo().orElse(0)) {
            return new Withdrawal.Ended(new PassOutcome.WithdrawalsHeld(missing.count(), missing.known()), 0);
        }
        // Somebody has looked: there is nothing to wait for.
        var withdrawal = withdraw(pass, Duration.ZERO);
        if (withdrawal instanceof Withdrawal.Done) {
            whileLeading.run(pass.lease(), confirmations::used);
        }
        return withdrawal;
    }

    private boolean isTooMuch(Unseen unseen) {
        var missing = unseen.numbers().size();
        return missing >= config.alarmCount() && missing > config.alarmShare() * unseen.known();
    }

    private Withdrawal withdraw(Pass pass, Duration grace) {
        return switch (eachOf(groups.overdue(grace), pass, withdrawAbsent::groups)) {
            case Withdrawal.Ended ended -> ended;
            case Withdrawal.Done _ -> eachOf(entities.overdue(grace), pass, withdrawAbsent::entities);
        };
    }

    private static Withdrawal eachOf(
            List<Integer> numbers, Pass pass, BiFunction<Pass, List<Integer>, Withdrawal> withdraw) {
        int withdrawn = 0;
        for (int from = 0; from < numbers.size(); from += AT_A_TIME) {
            var some = numbers.subList(from, Math.min(from + AT_A_TIME, numbers.size()));
            switch (withdraw.apply(pass, some)) {
                case Withdrawal.Done done -> withdrawn += done.withdrawn();
                case Withdrawal.Ended ended -> {
                    return new Withdrawal.Ended(ended.outcome(), withdrawn);
                }
            }
        }
        return new Withdrawal.Done(withdrawn);
    }
}
