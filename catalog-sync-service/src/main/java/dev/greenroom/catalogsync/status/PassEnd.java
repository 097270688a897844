package dev.greenroom.catalogsync.status;

import dev.greenroom.catalogsync.pass.PassOutcome;
import java.util.Optional;

/** How a pass ended, as it is kept and shown. */
enum PassEnd {
    /** The whole catalog was read. */
    COMPLETE,
    /** The whole catalog was read, and nothing withdrawn, since too much is missing at once: look at Backstage. */
    WITHDRAWALS_HELD,
    /** Backstage could not be read to the end. */
    INCOMPLETE;

    /** Empty for a pass that says nothing about the catalog: the next one does. */
    static Optional<PassEnd> of(PassOutcome outcome) {
        return switch (outcome) {
            case PassOutcome.Complete _ -> Optional.of(COMPLETE);
            case PassOutcome.WithdrawalsHeld _ -> Optional.of(WITHDRAWALS_HELD);
            case PassOutcome.Incomplete _ -> Optional.of(INCOMPLETE);
            case PassOutcome.LeaseLost _, PassOutcome.Stopped _ -> Optional.empty();
        };
    }
}
