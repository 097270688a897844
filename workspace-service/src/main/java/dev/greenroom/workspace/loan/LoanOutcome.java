package dev.greenroom.workspace.loan;

/** What asking for a loan came to. */
public sealed interface LoanOutcome {

    record Lent(Loan loan) implements LoanOutcome {}

    /** The user has no linked account; auth-service is the one who knows. */
    record NotLinked() implements LoanOutcome {}

    /** Auth-service gave no answer, or none that counts. */
    record Away(String why) implements LoanOutcome {}
}
