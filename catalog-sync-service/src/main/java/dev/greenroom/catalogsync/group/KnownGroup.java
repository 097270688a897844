package dev.greenroom.catalogsync.group;

import dev.greenroom.catalogsync.backstage.BackstageEntity;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.List;

/**
 * A group that owns something, or, where owners come from nested groups, one below such a group.
 *
 * @param number small, for what counts groups by bits; 0 before the row exists
 * @param present whether the catalog has it; Backstage relates entities to owners that it hasn't
 * @param members its direct ones
 * @param children the groups right below it
 * @param missing whether the last complete pass hasn't seen it
 */
public record KnownGroup(
        EntityRef ref, int number, boolean present, List<UserRef> members, List<EntityRef> children, boolean missing) {

    public KnownGroup {
        members = List.copyOf(members);
        children = List.copyOf(children);
    }

    /** One that was never read. */
    public static KnownGroup unknown(EntityRef ref) {
        return new KnownGroup(ref, 0, false, List.of(), List.of(), false);
    }

    /** Whether it has no row, and no number, yet. */
    boolean isNew() {
        return number == 0;
    }

    /** As it was read now. */
    public KnownGroup as(BackstageEntity read) {
        return new KnownGroup(ref, number, true, read.members(), read.children(), false);
    }

    /** There, with what was read of it last. */
    public KnownGroup seen() {
        return new KnownGroup(ref, number, true, members, children, false);
    }

    /** As a group that isn't in the catalog any more. */
    public KnownGroup gone() {
        return new KnownGroup(ref, number, false, List.of(), List.of(), false);
    }

    /** Whether nobody who owns by the one doesn't by the other. */
    public boolean hasTheSame(KnownGroup other) {
        return members.equals(other.members) && children.equals(other.children);
    }
}
