package dev.greenroom.catalogsync.entity;

import dev.greenroom.catalogsync.compile.Compilation;
import dev.greenroom.contracts.EntityRef;
import java.util.List;

/**
 * What was last said about an entity.
 *
 * <pre>
 *  nothing ──────────────┬──────────────────┐
 *                    says│              says│
 *                        ▼       says       ▼
 *                    PUBLISHED ◀────────▶ INVALID
 *                        │ ▲                │ ▲
 *               withdrawn│ │says   withdrawn│ │says
 *                        ▼ │                ▼ │
 *                       WITHDRAWN          WITHDRAWN
 * </pre>
 *
 * Each arrow is one revision and one message. A content that is {@link Compilation.NotConfigured} withdraws too, where
 * something was published or invalid before; of an entity of which nothing was ever said it says nothing.
 *
 * @param number small, for what counts entities by bits; 0 before the row exists
 * @param uid empty before anything was read
 * @param revision of the last message under this reference, whatever became of the entity; 0 where there was none
 * @param groups that own it
 * @param missing whether the last complete pass hasn't seen it
 */
public record KnownEntity(
        EntityRef ref,
        int number,
        String uid,
        EntityState state,
        String contentHash,
        long revision,
        OptIns optIns,
        List<EntityRef> groups,
        boolean missing) {

    public KnownEntity {
        groups = List.copyOf(groups);
    }

    public static KnownEntity unknown(EntityRef ref) {
        return new KnownEntity(ref, 0, "", EntityState.WITHDRAWN, "", 0, OptIns.NONE, List.of(), false);
    }

    /** Whether it has no row, and no number, yet. */
    public boolean isNew() {
        return number == 0;
    }

    /** Whether this is not yet what was last said. */
    public boolean isNews(Content content) {
        return state != content.state()
                || state != EntityState.WITHDRAWN
                        && (!uid.equals(content.entity().uid()) || !contentHash.equals(content.hash()));
    }

    /** Whether all there is to know of it is as the content has it. */
    public boolean isAsKnown(Content content) {
        return !isNew() && !missing && !isNews(content) && groups.equals(content.groups());
    }

    /**
     * What is said now, in a further message.
     *
     * @param snapshot whether the catalog is being read for the first time
     */
    public KnownEntity says(Content content, boolean snapshot) {
        var uidNow = content.entity().uid();
        // An opt-in that stood under another uid is nothing that an author has just asked for.
        var before = uid.equals(uidNow) ? optIns : OptIns.NONE;
        var nothingNew = snapshot && revision == 0 || !uid.equals(uidNow) && optIns.standing();
        var optInsNow =
                switch (content.compilation()) {
                    case Compilation.Compiled compiled -> before.now(compiled.optedIn(), nothingNew);
                    // Nobody knows whether the author still wants it: a typing error is not a withdrawal.
                    case Compilation.Invalid _ -> before;
                    case Compilation.NotConfigured _ -> before.now(false, false);
                };
        return new KnownEntity(
                ref, number, uidNow, content.state(), content.hash(), revision + 1, optInsNow, content.groups(), false);
    }

    /** Seen, with nothing new to say about it. */
    public KnownEntity seen(Content content) {
        var uidNow = isNew() ? content.entity().uid() : uid;
        return new KnownEntity(ref, number, uidNow, state, contentHash, revision, optIns, content.groups(), false);
    }

    /** Seen after all, though no page had it. */
    public KnownEntity present() {
        return new KnownEntity(ref, number, uid, state, contentHash, revision, optIns, groups, false);
    }

    /** An opt-in outlasts the withdrawal: an entity that comes back as it was asks for nothing new. */
    public KnownEntity withdrawn() {
        return new KnownEntity(ref, number, uid, EntityState.WITHDRAWN, "", revision + 1, optIns, groups, false);
    }

    /** The count of opt-ins that a message carries. */
    public long generation() {
        return optIns.count();
    }

    /** Whether the last opt-in was found when the catalog was read for the first time. */
    public boolean ofSnapshot() {
        return optIns.snapshot();
    }
}
