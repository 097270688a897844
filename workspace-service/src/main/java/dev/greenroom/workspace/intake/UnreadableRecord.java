package dev.greenroom.workspace.intake;

/** Why a record went to the dead-letter topic; its text stands in that record's {@code dead-letter-reason} header. */
final class UnreadableRecord extends Exception {

    private static final long serialVersionUID = 1;
    /** Part of it may be the record's own words. */
    private static final int LONGEST = 500;

    UnreadableRecord(String why) {
        super(why.length() <= LONGEST ? why : why.substring(0, LONGEST) + "…", null, false, false);
    }
}
