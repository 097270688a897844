package dev.greenroom.catalogsync.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is used of an entity that was read whole.
 *
 * @param slim what a page would have said of it in that moment
 * @param orphan whether Backstage keeps it although no location has it any more
 * @param relations by type, as Backstage resolved them; only types of {@link #RELATIONS}
 */
public record BackstageEntity(
        SlimEntity slim,
        @Nullable JsonNode coder,
        @Nullable String sourceLocation,
        boolean orphan,
        Map<String, List<EntityRef>> relations) {

    private static final String OWNED_BY = "ownedBy";
    private static final String HAS_MEMBER = "hasMember";
    private static final String PARENT_OF = "parentOf";
    private static final String MEMBER_OF = "memberOf";
    /** The types that are used. */
    static final Set<String> RELATIONS = Set.of(OWNED_BY, HAS_MEMBER, PARENT_OF, MEMBER_OF);

    public BackstageEntity {
        relations = Map.copyOf(relations);
    }

    /** One that is in the catalog, and of which nothing else can be read. */
    static BackstageEntity unreadable(EntityRef ref) {
        return new BackstageEntity(new SlimEntity(ref, "", ""), null, null, false, Map.of());
    }

    /** Whether more is known of it than that it is there. */
    public boolean isReadable() {
        return !slim.uid().isEmpty();
    }

    public EntityRef ref() {
        return slim.ref();
    }

    /** The users that own it by themselves. */
    public List<UserRef> owningUsers() {
        return related(OWNED_BY, "user").map(UserRef::of).toList();
    }

    /** The groups that own it. */
    public List<EntityRef> owningGroups() {
        return related(OWNED_BY, "group").toList();
    }

    /** Of a group, its direct members. */
    public List<UserRef> members() {
        return related(HAS_MEMBER, "user").map(UserRef::of).toList();
    }

    /** Of a group, the groups right below it. */
    public List<EntityRef> children() {
        return related(PARENT_OF, "group").toList();
    }

    /** Of a user, the groups of which it is a direct member. */
    public List<EntityRef> memberOf() {
        return related(MEMBER_OF, "group").toList();
    }

    private Stream<EntityRef> related(String type, String kind) {
        return relations.getOrDefault(type, List.of()).stream()
                .filter(ref -> ref.kind().equals(kind))
                .distinct()
                .sorted();
    }
}
