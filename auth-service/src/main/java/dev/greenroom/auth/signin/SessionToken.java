package dev.greenroom.auth.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token of a session, as it is known here.
 *
 * @param usedAt when a refresh token was used first; null for one that wasn't
 * @param supersededAt when one of the refresh tokens that it was given for was used first
 * @param parentSupersededAt the same of the refresh token that this one was given for
 */
record SessionToken(
        UUID sessionId,
        UUID grantId,
        @Nullable Instant usedAt,
        @Nullable Instant supersededAt,
        @Nullable Instant parentSupersededAt) {

    /**
     * Whether the session has gone on without this refresh token: with one that it was given for, or with another that
     * was given for the same. Two tabs of a browser may do that in one moment; after it nobody but a thief, or somebody
     * who was stolen from, brings it.
     */
    boolean wasLeftBehind(Instant now, Duration overlap) {
        return isLongAgo(supersededAt, now, overlap) || usedAt == null && isLongAgo(parentSupersededAt, now, overlap);
    }

    private static boolean isLongAgo(@Nullable Instant then, Instant now, Duration overlap) {
        return then != null && then.plus(overlap).isBefore(now);
    }
}
