package dev.greenroom.auth.signin;

/** What came of asking for the tokens of a session. */
sealed interface TokensOutcome {

    record Issued(SessionTokens tokens) implements TokensOutcome {}

    /** The code or the refresh token is unknown, over, used, another client's, or its grant is dead at Coder. */
    record Refused() implements TokensOutcome {}
}
