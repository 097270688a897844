package dev.greenroom.catalogsync.group;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which users stand behind groups that own something: their direct members, and by choice those of the groups below. */
@ApplicationScoped
public class GroupMembers {
    private final GroupStore store;
    private final boolean nested;

    GroupMembers(GroupStore store, OwnersConfig config) {
        this.store = store;
        this.nested = config.nestedGroups();
    }

    /** By group; one that isn't known, or has nobody, may be left out. */
    public Map<EntityRef, Set<UserRef>> of(Collection<EntityRef> groups) {
        return store.membersOf(groups, nested);
    }

    /** The groups behind which other users may stand now that these have changed. */
    public List<EntityRef> affectedBy(Collection<EntityRef> changed) {
        return nested ? store.withThoseAbove(changed) : List.copyOf(changed);
    }

    /** The groups that have to be known as well, for these to have all their members. */
    public List<EntityRef> neededBeside(Collection<KnownGroup> groups) {
        return nested
                ? groups.stream()
                        .flatMap(group -> group.children().stream())
                        .distinct()
                        .toList()
                : List.of();
    }
}
