package dev.greenroom.auth.oauth2;

import dev.greenroom.contracts.Environment;
import org.jspecify.annotations.Nullable;

/**
 * What came of Coder's answer, and whose Backstage is to hear of it.
 *
 * @param environment of the user who links; null for the one without a name, and where nobody is known to link
 */
public record HeardCallback(
        CallbackOutcome outcome, @Nullable Environment environment) {

    /** Of something else than a link, or of one that is not known. */
    public static HeardCallback ofNobody(CallbackOutcome outcome) {
        return new HeardCallback(outcome, null);
    }
}
