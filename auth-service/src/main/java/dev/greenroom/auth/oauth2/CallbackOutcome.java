package dev.greenroom.auth.oauth2;

import java.net.URI;

/** What came of Coder's answer, as the browser that brought it is told. */
public sealed interface CallbackOutcome {

    /** Coder has consented to a link. @param code with which the user who began finishes it, once */
    record Consented(Secret code) implements CallbackOutcome {}

    /** The browser goes on to whoever asked to sign in, with a code or an error. */
    record GoOn(URI where) implements CallbackOutcome {

        @Override
        public String toString() {
            return "GoOn[redacted]";
        }
    }

    /** Nothing was kept. */
    record Failed(CallbackFailure why) implements CallbackOutcome {}
}
