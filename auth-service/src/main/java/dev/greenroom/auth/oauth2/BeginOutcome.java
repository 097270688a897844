package dev.greenroom.auth.oauth2;

/** What came of beginning to link. */
sealed interface BeginOutcome {

    record Begun(Authorization authorization) implements BeginOutcome {}

    /** The operator has not set Greenroom up as an OAuth2 application of Coder's. */
    record NotConfigured() implements BeginOutcome {}

    /** The user has begun too often without finishing. */
    record TooMany() implements BeginOutcome {}
}
