package dev.greenroom.catalogsync.entity;

/**
 * An author's opt-ins to pre-provisioning under one uid. Each is one generation, for which each owner gets one workspace
 * at most, so a generation begins only where an opt-in was taken back and given again.
 *
 * @param count how many there were
 * @param standing whether the last one still stands
 * @param snapshot whether the last one was found when the catalog was read for the first time: nobody has given it since
 */
record OptIns(long count, boolean standing, boolean snapshot) {
    static final OptIns NONE = new OptIns(0, false, false);

    /** @param atFirst whether this is what the first reading of the catalog says of the entity */
    OptIns now(boolean optedIn, boolean atFirst) {
        return optedIn && !standing ? new OptIns(count + 1, true, atFirst) : new OptIns(count, optedIn, snapshot);
    }
}
