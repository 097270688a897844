package dev.greenroom.gateway.loan;

import java.time.Duration;

/** What came of asking for a token in exchange for the caller's. */
public sealed interface LoanOutcome {

    /**
     * @param id by which it is told that Coder refused the token
     * @param token Coder's, for this one request
     */
    record Lent(long id, String token) implements LoanOutcome {

        @Override
        public String toString() {
            return "Lent[id=" + id + "]";
        }
    }

    /** Why there is none. */
    sealed interface NotLent extends LoanOutcome {}

    /** The caller's token is unknown or over, or Coder has ended what it stands for: they sign in again. */
    record TokenRefused() implements NotLent {}

    /** The user has no linked account with a living token. */
    record AccountRequired() implements NotLent {}

    /** Nothing is lent now: auth-service or Coder is away, or lending is frozen. */
    record Unavailable(Duration retryAfter) implements NotLent {}
}
