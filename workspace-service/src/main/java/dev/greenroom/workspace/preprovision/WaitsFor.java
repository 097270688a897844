package dev.greenroom.workspace.preprovision;

import java.util.Locale;

/** What something that is due waits for: a limit, by its setting, or somebody's word. */
enum WaitsFor {
    /** Its owner has as many as anybody may. */
    MAX_PER_USER,
    /** Its entity has as many as any may, or as its author wants. */
    MAX_PER_ENTITY,
    /** As many as may be were begun within the hour. */
    MAX_PER_HOUR,
    /** An admin has paused pre-provisioning. */
    PAUSE,
    /** Nothing is made at all. */
    DRY_RUN;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
