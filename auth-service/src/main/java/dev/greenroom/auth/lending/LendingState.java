package dev.greenroom.auth.lending;

import dev.greenroom.contracts.UserRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether tokens are lent, as an admin sees it. Nothing but {@code frozen} is there where nobody ever changed it.
 *
 * @param since when it became so
 * @param changedBy who said so last
 * @param reason why, in their words
 */
record LendingState(
        boolean frozen,
        @Nullable Instant since,
        @Nullable UserRef changedBy,
        @Nullable String reason) {
    /** As it is where nobody ever changed it. */
    static final LendingState NEVER_FROZEN = new LendingState(false, null, null, null);
}
