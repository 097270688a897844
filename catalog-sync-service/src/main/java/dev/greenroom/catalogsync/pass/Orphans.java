package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.BackstageEntity;

/** What becomes of entities that no location has any more and that Backstage keeps ({@code backstage.io/orphan}). */
enum Orphans {
    /** They count as any other. */
    KEEP,
    /** They count as missing. */
    WITHDRAW;

    /** Whether the entity doesn't count, although Backstage has it. */
    boolean areAway(BackstageEntity entity) {
        return this == WITHDRAW && entity.orphan();
    }
}
