package dev.greenroom.workspace.loan;

/** What came of saying that Coder refused a loan's token. */
public sealed interface RefusalOutcome {

    /** Auth-service knows by now what the token is good for: the next loan tells. */
    record Heard() implements RefusalOutcome {}

    /** Auth-service gave no answer, or could not ask Coder: it is not known, and may be said again. */
    record Unheard(String why) implements RefusalOutcome {}
}
