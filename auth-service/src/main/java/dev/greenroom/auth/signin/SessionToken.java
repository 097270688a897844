package dev.greenroom.auth.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token of a session, as it is known here.
 *
 * @param goodUntil of a refresh token that its session has gone on without; null for one that may still be used
 */
record SessionToken(
        UUID sessionId,
        UUID grantId,
        String clientId,
        @Nullable Instant goodUntil) {

    /** Whether nobody brings it any more but a thief, or somebody who was stolen from. */
    boolean wasLeftBehind(Instant now) {
        return goodUntil != null && goodUntil.isBefore(now);
    }
}
