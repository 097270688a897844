package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.entity.Marks;
import dev.greenroom.catalogsync.lead.Lease;
import java.util.BitSet;

/**
 * What a leader has read whole since it leads. It begins with nothing: what another one has read was compiled by its
 * version of the rules and from its defaults. So a restart is a fresh look at everything.
 */
final class AlreadyRead {
    private final Lease lease;
    private final Marks entities = new Marks();
    private final Marks groups = new Marks();
    private final BitSet orphans = new BitSet();

    AlreadyRead(Lease lease) {
        this.lease = lease;
    }

    boolean isOf(Lease lease) {
        return this.lease.equals(lease);
    }

    Marks entities() {
        return entities;
    }

    Marks groups() {
        return groups;
    }

    /** Whether the entity was read as an orphan that doesn't count ({@link WithdrawalConfig#orphans}). */
    boolean isOrphan(int number) {
        return orphans.get(number);
    }

    void orphan(int number, boolean is) {
        orphans.set(number, is);
    }
}
