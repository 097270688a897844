package dev.greenroom.workspace.intake;

/** Why a record went to the dead-letter topic; its text stands in that record's {@code dead-letter-reason} header. */
final class UnreadableRecord extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableRecord(String why) {
        super(why, null, false, false);
    }
}
