package dev.greenroom.auth.lending;

/** What came of changing lending. */
sealed interface LendingOutcome {

    /** @param changed whether it was not so before */
    record Done(LendingState state, boolean changed) implements LendingOutcome {}

    /** It can't be thawed: a revocation is under way. */
    record Held() implements LendingOutcome {}
}
