package dev.greenroom.catalogsync.pass;

/** What becomes of entities that no location has any more and that Backstage keeps ({@code backstage.io/orphan}). */
enum Orphans {
    /** They count as any other. */
    KEEP,
    /** They count as missing. */
    WITHDRAW
}
