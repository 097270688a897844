package dev.greenroom.auth.coder;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking Coder whose token this is. */
public sealed interface TokenCheckOutcome {

    /** @param expiresAt when Coder ends the token; null where it didn't say */
    record Valid(CoderUser user, @Nullable Instant expiresAt) implements TokenCheckOutcome {}

    /** Coder does not know the token, or it may not even read its own user. */
    record Refused() implements TokenCheckOutcome {}

    /** The token's user has asked Coder too often. */
    record Limited(Duration retryAfter) implements TokenCheckOutcome {}

    /** Coder is away, or what answers does not answer as Coder does. */
    record Unavailable() implements TokenCheckOutcome {}
}
