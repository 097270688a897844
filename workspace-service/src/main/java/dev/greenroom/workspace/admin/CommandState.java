package dev.greenroom.workspace.admin;

/** Which commands an operator asks for. */
enum CommandState {
    /** They were tried, and have to wait. */
    WAITING("status IN ('ACCEPTED', 'RUNNING') AND waits_for IS NOT NULL"),
    /** All that have not settled. */
    OPEN("status IN ('ACCEPTED', 'RUNNING')"),
    FAILED("status = 'FAILED'");

    private final String condition;

    CommandState(String condition) {
        this.condition = condition;
    }

    /** In SQL, on a row of {@code command}. */
    String condition() {
        return condition;
    }
}
