package dev.greenroom.catalogsync.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is used of an entity that was read whole.
 *
 * @param slim what a page would have said of it in that moment
 * @param orphan whether Backstage keeps it although no location has it any more
 * @param relations by type, as Backstage resolved them
 */
public record BackstageEntity(
        SlimEntity slim,
        @Nullable JsonNode coder,
        @Nullable String sourceLocation,
        boolean orphan,
        Map<String, List<EntityRef>> relations) {

    public BackstageEntity {
        relations = Map.copyOf(relations);
    }

    public EntityRef ref() {
        return slim.ref();
    }

    /** The users that own it by themselves. */
    public List<UserRef> owningUsers() {
        return related("ownedBy", "user").map(UserRef::of).toList();
    }

    /** The groups that own it. */
    public List<EntityRef> owningGroups() {
        return related("ownedBy", "group").toList();
    }

    /** Of a group, its direct members. */
    public List<UserRef> members() {
        return related("hasMember", "user").map(UserRef::of).toList();
    }

    /** Of a group, the groups right below it. */
    public List<EntityRef> children() {
        return related("parentOf", "group").toList();
    }

    /** Of a user, the groups of which it is a direct member. */
    public List<EntityRef> memberOf() {
        return related("memberOf", "group").toList();
    }

    private Stream<EntityRef> related(String type, String kind) {
        return relations.getOrDefault(type, List.of()).stream()
                .filter(ref -> ref.kind().equals(kind))
                .distinct()
                .sorted();
    }
}
