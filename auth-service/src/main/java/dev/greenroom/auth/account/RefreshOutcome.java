package dev.greenroom.auth.account;

/** What came of refreshing a pair of tokens. */
sealed interface RefreshOutcome {

    record Refreshed() implements RefreshOutcome {}

    /** Somebody else is at it, or has just been, in this process or another. */
    record Taken() implements RefreshOutcome {}

    /** Coder does not take the refresh token: the user has to link anew. */
    record RelinkRequired() implements RefreshOutcome {}

    /** Coder was not heard. What the pair is good for is not known; it rests before it is tried again. */
    record Unheard() implements RefreshOutcome {}
}
