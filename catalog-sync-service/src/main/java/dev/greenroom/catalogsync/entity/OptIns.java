package dev.greenroom.catalogsync.entity;

/**
 * An author's opt-ins to pre-provisioning under one uid. Each is one generation, for which each owner gets one workspace
 * at most, so a generation begins only where an opt-in was taken back and given again.
 *
 * @param count how many there were
 * @param standing whether the last one still stands
 */
record OptIns(long count, boolean standing) {
    static final OptIns NONE = new OptIns(0, false);

    OptIns now(boolean optedIn) {
        return new OptIns(optedIn && !standing ? count + 1 : count, optedIn);
    }
}
