package dev.greenroom.contracts;

/**
 * The life of a command, from its owner's point of view.
 *
 * <pre>
 *   ACCEPTED ──▶ RUNNING ──▶ SUCCEEDED
 *       │           │
 *       └───────────┴──────▶ FAILED
 * </pre>
 */
public enum OperationStatus {
    /** It is kept, and will be carried out. */
    ACCEPTED,
    /** It has been started at Coder at least once. */
    RUNNING,
    /** It is done, and the build that it caused has settled. */
    SUCCEEDED,
    /** It will not be done; the failure says why. */
    FAILED;

    public boolean settled() {
        return this == SUCCEEDED || this == FAILED;
    }
}
