package dev.greenroom.auth.account;

import java.time.Duration;

/** What came of linking. */
sealed interface LinkOutcome {

    record Linked(LinkedAccount account) implements LinkOutcome {}

    /** Coder does not take the token. */
    record TokenRefused() implements LinkOutcome {}

    /** Another Backstage user has linked this Coder user, and the operator wants one for each. */
    record CoderUserTaken() implements LinkOutcome {}

    /** Coder could not be asked now. */
    record CoderUnavailable(Duration retryAfter) implements LinkOutcome {}
}
