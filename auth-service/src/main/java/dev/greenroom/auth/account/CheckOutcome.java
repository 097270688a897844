package dev.greenroom.auth.account;

import java.time.Duration;

/** What came of looking whether tokens are dead. */
public sealed interface CheckOutcome {

    /** It is known, and stands in the grant: Coder takes them, or there are others by now, or only their user can help. */
    record Known() implements CheckOutcome {}

    /** Coder can't be asked now, and nothing has changed. */
    record CoderUnavailable(Duration retryAfter) implements CheckOutcome {}
}
