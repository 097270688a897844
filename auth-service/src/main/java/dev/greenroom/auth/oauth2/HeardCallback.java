package dev.greenroom.auth.oauth2;

import dev.greenroom.contracts.Environment;
import org.jspecify.annotations.Nullable;

/**
 * What came of Coder's answer, and whose Backstage is to hear of it.
 *
 * @param environment of the user who began; null for the one without a name, and where nobody is known to have begun
 */
record HeardCallback(CallbackOutcome outcome, @Nullable Environment environment) {}
