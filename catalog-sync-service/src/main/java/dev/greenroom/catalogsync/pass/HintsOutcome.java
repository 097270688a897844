package dev.greenroom.catalogsync.pass;

/** What came of looking at the hints that wait. */
public sealed interface HintsOutcome {

    /** What they name was read. */
    record Followed(int changed) implements HintsOutcome {}

    /** Somebody says that anything may have changed: it takes a pass. */
    record WholeCatalogWanted() implements HintsOutcome {}

    /** They wait on: it is of no use to try again at once. */
    record Failed(PassOutcome outcome) implements HintsOutcome {}
}
