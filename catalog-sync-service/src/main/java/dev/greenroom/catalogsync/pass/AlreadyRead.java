package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.SlimEntity;
import dev.greenroom.catalogsync.entity.EntityState;
import dev.greenroom.catalogsync.entity.KnownEntity;
import dev.greenroom.catalogsync.lead.Lease;
import java.util.BitSet;
import java.util.Collection;

/**
 * What a leader has read whole since it leads. It begins with nothing: what another one has read was compiled by its
 * version of the rules and from its defaults. So a restart is a fresh look at everything.
 */
final class AlreadyRead {
    private final Lease lease;
    private final Marks entities = new Marks();
    private final Marks groups = new Marks();
    private final BitSet orphans = new BitSet();
    private final BitSet invalid = new BitSet();

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

    /**
     * An entity was read whole.
     *
     * @param now what it is known as
     * @param orphan whether it doesn't count ({@link WithdrawalConfig#orphans})
     */
    void entity(SlimEntity read, KnownEntity now, boolean orphan) {
        entities.put(now.number(), read);
        orphans.set(now.number(), orphan);
        invalid.set(now.number(), now.state() == EntityState.INVALID);
    }

    /** Entities that a pass has missed: those that come back have to be read again, but orphans never were away. */
    void missed(Collection<Integer> numbers) {
        numbers.stream().filter(number -> !isOrphan(number)).forEach(entities::forget);
    }

    /** Whether the entity was read as an orphan that doesn't count. */
    boolean isOrphan(int number) {
        return orphans.get(number);
    }

    /** Whether the entity was read as one that can't be compiled. */
    boolean isInvalid(int number) {
        return invalid.get(number);
    }
}
