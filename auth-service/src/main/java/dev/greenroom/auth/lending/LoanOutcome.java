package dev.greenroom.auth.lending;

/** What came of asking for a token. */
sealed interface LoanOutcome {

    record Lent(Loan loan) implements LoanOutcome {}

    /** The user has no linked account, or its token has run out: they must link one. */
    record AccountRequired() implements LoanOutcome {}

    /** The token has run out, and Coder can't be asked for the next one now. */
    record CoderUnavailable() implements LoanOutcome {}

    /** Nothing is lent now, whatever is asked for; it may be asked for again. */
    record Frozen() implements LoanOutcome {}
}
