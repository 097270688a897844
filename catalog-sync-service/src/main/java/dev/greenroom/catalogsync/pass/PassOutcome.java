package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.ReadFailure;
import java.time.Duration;

/** How a pass ended. */
public sealed interface PassOutcome {

    /** The whole catalog was read, and what changed or left it was published. */
    record Complete() implements PassOutcome {}

    /**
     * The whole catalog was read and what changed was published, but so many entities are missing at once that none was
     * withdrawn.
     */
    record WithdrawalsHeld(int missing, int known) implements PassOutcome {}

    /**
     * Backstage could not be read to the end. What was read until then is published; nothing follows from what wasn't.
     *
     * @param retryAfter how long Backstage wants to be left alone
     */
    record Incomplete(String why, Duration retryAfter) implements PassOutcome {
        static Incomplete of(ReadFailure failure) {
            var wait = failure instanceof ReadFailure.Limited limited ? limited.retryAfter() : Duration.ZERO;
            return new Incomplete(failure.why(), wait);
        }
    }

    /** Another replica has taken over. */
    record LeaseLost() implements PassOutcome {}

    /** The service is going down. */
    record Stopped() implements PassOutcome {}
}
