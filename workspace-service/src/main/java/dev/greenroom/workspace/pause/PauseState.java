package dev.greenroom.workspace.pause;

import dev.greenroom.contracts.UserRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether pre-provisioning is paused. Nothing but {@code paused} is there where nobody ever changed it.
 *
 * @param since when it became so
 * @param changedBy who said so last
 * @param reason why, in their words
 */
public record PauseState(
        boolean paused,
        @Nullable Instant since,
        @Nullable UserRef changedBy,
        @Nullable String reason) {

    /** As it is where nobody ever changed it. */
    static final PauseState NEVER_PAUSED = new PauseState(false, null, null, null);

    /** The same one where all of it is so already, whoever said it. */
    PauseState changed(PauseRequest wanted, UserRef by, Instant now) {
        if (paused == wanted.paused() && wanted.reason().equals(reason)) {
            return this;
        }
        return new PauseState(
                wanted.paused(), paused == wanted.paused() && since != null ? since : now, by, wanted.reason());
    }
}
