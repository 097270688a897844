package dev.greenroom.catalogsync.pass;

/** What came of looking for entities that have left the catalog. */
sealed interface Withdrawal {

    record Done(int withdrawn) implements Withdrawal {}

    /**
     * It was not finished, and the pass ends so.
     *
     * @param withdrawn how many were withdrawn until then
     */
    record Ended(PassOutcome outcome, int withdrawn) implements Withdrawal {}
}
