package dev.greenroom.catalogsync.entity;

import dev.greenroom.catalogsync.compile.Compilation;
import dev.greenroom.contracts.EntityRef;

/**
 * What was last said about an entity.
 *
 * <pre>
 *             says                 says
 *  nothing ────────▶ PUBLISHED ◀────────▶ INVALID
 *                        │ ▲                │ ▲
 *               withdrawn│ │says   withdrawn│ │says
 *                        ▼ │                ▼ │
 *                       WITHDRAWN          WITHDRAWN
 * </pre>
 *
 * Each arrow is one revision and one message.
 *
 * @param number small, for {@link java.util.BitSet}s; 0 before the row exists
 * @param uid empty before anything was said
 * @param revision of the last message under this reference, whatever became of the entity
 * @param missedPasses how many complete passes in a row haven't seen it
 */
public record KnownEntity(
        EntityRef ref,
        int number,
        String uid,
        EntityState state,
        String contentHash,
        long revision,
        OptIns optIns,
        int missedPasses) {

    public static KnownEntity nothingSaid(EntityRef ref) {
        return new KnownEntity(ref, 0, "", EntityState.WITHDRAWN, "", 0, OptIns.NONE, 0);
    }

    /** Whether this is not yet what was last said. */
    public boolean isNews(Content content) {
        return state != content.state() || !uid.equals(content.entity().uid()) || !contentHash.equals(content.hash());
    }

    public KnownEntity says(Content content) {
        var uidNow = content.entity().uid();
        var before = uid.equals(uidNow) ? optIns : OptIns.NONE;
        var optInsNow =
                switch (content.compilation()) {
                    case Compilation.Compiled compiled -> before.now(compiled.optedIn());
                    // Nobody knows whether the author still wants it: a typing error is not a withdrawal.
                    case Compilation.Invalid _ -> before;
                };
        return new KnownEntity(ref, number, uidNow, content.state(), content.hash(), revision + 1, optInsNow, 0);
    }

    /** An opt-in outlasts the withdrawal: an entity that comes back as it was asks for nothing new. */
    public KnownEntity withdrawn() {
        return new KnownEntity(ref, number, uid, EntityState.WITHDRAWN, "", revision + 1, optIns, 0);
    }

    public KnownEntity missed() {
        return missedPasses(missedPasses + 1);
    }

    public KnownEntity seen() {
        return missedPasses(0);
    }

    /** The count of opt-ins that a message carries. */
    public long generation() {
        return optIns.count();
    }

    private KnownEntity missedPasses(int passes) {
        return new KnownEntity(ref, number, uid, state, contentHash, revision, optIns, passes);
    }
}
