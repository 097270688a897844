package dev.greenroom.catalogsync.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an entity.
 *
 * @param ownedBy users and groups, as Backstage resolved {@code spec.owner}
 * @param members of a group, its direct ones
 */
public record BackstageEntity(
        EntityRef ref,
        String uid,
        @Nullable JsonNode coder,
        @Nullable String sourceLocation,
        List<EntityRef> ownedBy,
        List<UserRef> members) {

    public BackstageEntity {
        ownedBy = List.copyOf(ownedBy);
        members = List.copyOf(members);
    }
}
