package dev.greenroom.auth.oauth2;

/** What came of Coder's answer, as the browser that brought it is told. */
sealed interface CallbackOutcome {

    /** Coder has consented. @param code with which the user who began finishes the link, once */
    record Consented(Secret code) implements CallbackOutcome {}

    /** Nothing was kept. */
    record Failed(CallbackFailure why) implements CallbackOutcome {}
}
