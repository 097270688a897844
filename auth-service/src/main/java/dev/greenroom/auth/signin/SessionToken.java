package dev.greenroom.auth.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token of a session, as it is known here.
 *
 * @param usedAt when a refresh token was used first; null for one that wasn't
 */
record SessionToken(UUID sessionId, UUID grantId, @Nullable Instant usedAt) {

    /** Whether it was used so long ago that whoever brings it again is not another tab, but another person. */
    boolean wasUsedBefore(Instant now, Duration overlap) {
        return usedAt != null && usedAt.plus(overlap).isBefore(now);
    }
}
