package dev.greenroom.catalogsync.hint;

import dev.greenroom.contracts.EntityRef;

/** What is to be looked at again. It waits until it is {@link HintStore#done}, also over restarts. */
public sealed interface Hint {

    /** Which row it is, in which state: one that comes again while it is looked at goes on waiting. */
    Ticket ticket();

    /** One entity, which need not exist or be in scope. */
    record OfEntity(Ticket ticket, EntityRef ref) implements Hint {}

    record OfWholeCatalog(Ticket ticket) implements Hint {}

    /**
     * A row as it was read.
     *
     * @param times how often it had come until then
     */
    record Ticket(long id, long times) {}
}
