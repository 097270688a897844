package dev.greenroom.workspace.intake;

import dev.greenroom.problems.DatabaseOutage;

/** Something could not be kept though the database is there: trying again would change nothing. */
final class NotKept extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String why;

    NotKept(RuntimeException cause) {
        super(cause);
        // The kind of the failure only: its message may quote what was to be kept.
        why = DatabaseOutage.stateOf(cause)
                .map(state -> "data that the database refuses (SQLSTATE " + state + ")")
                .orElseGet(() -> "data that can't be kept (" + cause.getClass().getSimpleName() + ")");
    }

    /** Not the database's refusal, which quotes the data, but a failure of the code, whose stack tells where. */
    boolean isMistake() {
        return DatabaseOutage.stateOf(this).isEmpty();
    }

    String why() {
        return why;
    }
}
