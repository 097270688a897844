package dev.greenroom.auth.coder;

/** What came of asking Coder's token endpoint. */
public sealed interface ExchangeOutcome {

    record Issued(TokenPair tokens) implements ExchangeOutcome {}

    /** Coder does not take the code, its verifier, or the refresh token: somebody has to begin anew. */
    record Refused() implements ExchangeOutcome {}

    /** Coder does not know this application by its id, secret and callback: the operator has to mend the settings. */
    record ClientRefused() implements ExchangeOutcome {}

    /** Coder's OAuth2 provider is not turned on. */
    record ProviderOff() implements ExchangeOutcome {}

    /** There was no answer, or none of Coder's: tokens may have been made that nobody has. */
    record Unknown() implements ExchangeOutcome {}
}
