package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.entity.SeenEntities;
import dev.greenroom.catalogsync.entity.Unseen;
import dev.greenroom.catalogsync.entity.UnseenStore;
import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.catalogsync.lead.WhileLeading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Finds what a complete pass has not seen, and withdraws what stays away. Three things must agree, since a fault in one
 * YAML file makes Backstage drop sound entities: not too many are missing at once, Backstage says about each that it
 * doesn't exist, and several passes in a row have missed it.
 */
@ApplicationScoped
class WithdrawMissing {
    private static final int AT_A_TIME = 500;

    private final UnseenStore store;
    private final WhileLeading whileLeading;
    private final WithdrawAbsent withdrawAbsent;
    private final WithdrawalConfig config;

    WithdrawMissing(
            UnseenStore store, WhileLeading whileLeading, WithdrawAbsent withdrawAbsent, WithdrawalConfig config) {
        this.store = store;
        this.whileLeading = whileLeading;
        this.withdrawAbsent = withdrawAbsent;
        this.config = config;
    }

    /** @param newest the number of the newest row when the pass began: later ones can't have been missed */
    Withdrawal withdraw(Lease lease, SeenEntities seen, int newest) {
        return whileLeading
                .call(lease, () -> store.unseen(seen, newest))
                .map(unseen -> withdraw(lease, unseen))
                .orElseGet(() -> new Withdrawal.Ended(new PassOutcome.LeaseLost(), 0));
    }

    private Withdrawal withdraw(Lease lease, Unseen unseen) {
        var missing = unseen.numbers().size();
        return missing >= config.alarmCount() && missing > config.alarmShare() * unseen.known()
                ? new Withdrawal.Ended(new PassOutcome.WithdrawalsHeld(missing, unseen.known()), 0)
                : withdraw(lease, unseen.numbers());
    }

    private Withdrawal withdraw(Lease lease, List<Integer> numbers) {
        int withdrawn = 0;
        for (int from = 0; from < numbers.size(); from += AT_A_TIME) {
            var some = numbers.subList(from, Math.min(from + AT_A_TIME, numbers.size()));
            switch (withdrawAbsent.withdraw(lease, some)) {
                case Withdrawal.Done done -> withdrawn += done.withdrawn();
                case Withdrawal.Ended ended -> {
                    return new Withdrawal.Ended(ended.outcome(), withdrawn);
                }
            }
        }
        return new Withdrawal.Done(withdrawn);
    }
}
