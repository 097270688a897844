package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.entity.EntityState;
import dev.greenroom.catalogsync.entity.KnownEntity;
import dev.greenroom.catalogsync.entity.SeenNumbers;
import dev.greenroom.catalogsync.lead.Lease;

/** A pass, as far as it has come. */
final class Pass {
    private final Lease lease;
    private final AlreadyRead alreadyRead;
    private final boolean snapshot;
    private final SeenNumbers entities = new SeenNumbers();
    private final SeenNumbers groups = new SeenNumbers();
    private Tally tally = Tally.NOTHING;

    /** @param snapshot whether this part of the catalog is being read for the first time */
    Pass(Lease lease, AlreadyRead alreadyRead, boolean snapshot) {
        this.lease = lease;
        this.alreadyRead = alreadyRead;
        this.snapshot = snapshot;
    }

    Lease lease() {
        return lease;
    }

    AlreadyRead alreadyRead() {
        return alreadyRead;
    }

    boolean snapshot() {
        return snapshot;
    }

    SeenNumbers entities() {
        return entities;
    }

    SeenNumbers groups() {
        return groups;
    }

    Tally tally() {
        return tally;
    }

    /** The entity is in the catalog, as it is known now. */
    void saw(KnownEntity entity) {
        if (!entities.has(entity.number())) {
            entities.add(entity.number());
            tally = tally.plus(new Tally(1, entity.state() == EntityState.INVALID ? 1 : 0, 0));
        }
    }

    /** So many messages were published. */
    void published(int messages) {
        tally = tally.plus(new Tally(0, 0, messages));
    }
}
