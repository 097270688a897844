package dev.greenroom.standins.coder.workspaces;

import java.util.Locale;

/**
 * How far a build's job is.
 *
 * <pre>
 * PENDING ──▶ RUNNING ──▶ SUCCEEDED | FAILED
 *    │           └──────▶ CANCELING ──▶ FAILED, with the error "canceled"
 *    └──────────────────▶ CANCELED
 * </pre>
 */
public enum JobStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    CANCELING,
    CANCELED,
    FAILED;

    /** Coder's word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether no other build of the workspace may begin. */
    public boolean isActive() {
        return this == PENDING || this == RUNNING || this == CANCELING;
    }
}
