package dev.greenroom.auth.revocation;

import dev.greenroom.contracts.UserRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last revocation of everything, as an admin sees it. Only {@code underWay} and {@code waitingForCoder} are there
 * where there never was one.
 *
 * @param begunBy who said so
 * @param reason why, in their words
 * @param accounts how many it has unlinked, so far
 * @param finishedAt since when no link of before is there any more
 * @param waitingForCoder how many pairs of tokens, of whatever links that have ended, Coder has still to revoke
 */
record RevocationState(
        boolean underWay,
        @Nullable Instant begunAt,
        @Nullable UserRef begunBy,
        @Nullable String reason,
        @Nullable Long accounts,
        @Nullable Instant finishedAt,
        long waitingForCoder) {

    static RevocationState never(long waitingForCoder) {
        return new RevocationState(false, null, null, null, null, null, waitingForCoder);
    }
}
