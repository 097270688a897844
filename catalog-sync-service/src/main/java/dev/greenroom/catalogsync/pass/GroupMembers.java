package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.backstage.BackstageEntity;
import dev.greenroom.catalogsync.backstage.EntitiesOutcome;
import dev.greenroom.catalogsync.backstage.ReadFailure;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The direct members of the groups that own something, each read once in a pass: so a change of members is seen by the
 * next pass, although it changes nothing about the entities that the group owns.
 */
final class GroupMembers {
    private static final String USER = "user";
    private static final String GROUP = "group";

    private final BackstageClient backstage;
    private final Map<EntityRef, List<UserRef>> members = new HashMap<>();

    GroupMembers(BackstageClient backstage) {
        this.backstage = backstage;
    }

    /** Reads the groups that own these entities, where they aren't known yet. */
    Optional<ReadFailure> learn(Collection<BackstageEntity> entities) {
        var unknown = entities.stream()
                .flatMap(entity -> entity.ownedBy().stream())
                .filter(owner -> owner.kind().equals(GROUP) && !members.containsKey(owner))
                .collect(Collectors.toCollection(TreeSet::new));
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        return switch (backstage.groups(unknown)) {
            case EntitiesOutcome.Found found -> {
                unknown.forEach(group -> members.put(group, membersOf(group, found)));
                yield Optional.empty();
            }
            case ReadFailure failure -> Optional.of(failure);
        };
    }

    /** The users that own an entity, by themselves and through the groups that were learned. */
    List<UserRef> ownersOf(BackstageEntity entity) {
        return entity.ownedBy().stream().flatMap(this::users).toList();
    }

    private Stream<UserRef> users(EntityRef owner) {
        return owner.kind().equals(USER)
                ? Stream.of(UserRef.of(owner))
                : members.getOrDefault(owner, List.of()).stream();
    }

    /** A group that doesn't exist has no members: Backstage keeps the relation to it all the same. */
    private static List<UserRef> membersOf(EntityRef group, EntitiesOutcome.Found found) {
        var entity = found.entities().get(group);
        return entity == null ? List.of() : entity.members();
    }
}
