package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.SlimEntity;
import dev.greenroom.catalogsync.hint.Hint;
import dev.greenroom.catalogsync.lead.Lease;
import java.util.List;

/** A pass, as far as it has come. */
final class Pass {
    private final Lease lease;
    private final AlreadyRead alreadyRead;
    private final boolean snapshot;
    private final SeenNumbers entities = new SeenNumbers();
    private final SeenNumbers groups = new SeenNumbers();
    private Tally tally = Tally.NOTHING;
    private List<Hint> answered = List.of();
    private boolean sawSomething;
    private boolean foundNew;

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

    /** Hints that are done with where the pass reads every page. */
    List<Hint> answered() {
        return answered;
    }

    void answers(List<Hint> hints) {
        answered = List.copyOf(hints);
    }

    /** Whether any page had anything, be it a group. */
    boolean sawSomething() {
        return sawSomething;
    }

    void turned(List<SlimEntity> page) {
        sawSomething |= !page.isEmpty();
    }

    /** Whether an entity was read that nobody had read before. */
    boolean foundNew() {
        return foundNew;
    }

    void foundNew(boolean found) {
        foundNew |= found;
    }

    /** The entity is in the catalog, as this leader has read it. */
    void saw(int number) {
        if (!alreadyRead.isOrphan(number) && !entities.has(number)) {
            entities.add(number);
            tally = tally.plus(new Tally(1, alreadyRead.isInvalid(number) ? 1 : 0, 0));
        }
    }

    /** So many messages were published. */
    void published(int messages) {
        tally = tally.plus(new Tally(0, 0, messages));
    }
}
