package dev.greenroom.chaos;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One owner's workspace for one entity, by what was asked for it, in that order. */
final class AskedWorkspace {
    private final UserRef owner;
    private final EntityRef entity;
    private final List<Asked> asked = new ArrayList<>();

    AskedWorkspace(UserRef owner, EntityRef entity) {
        this.owner = owner;
        this.entity = entity;
    }

    UserRef owner() {
        return owner;
    }

    EntityRef entity() {
        return entity;
    }

    /** What Coder is asked to name it; another name is another workspace. */
    String name() {
        return entity.name();
    }

    void ask(Asked one) {
        asked.add(one);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** All builds that Coder should have made of it. */
    List<String> builds() {
        return asked.stream().flatMap(one -> one.builds().stream()).toList();
    }

    /** Coder's id of it, once it is there. */
    Optional<UUID> id(Operations operations) {
        return operations
                .of(asked.getFirst().command().id())
                .filter(Life::succeeded)
                .flatMap(life -> Optional.ofNullable(life.workspaceId()));
    }

    /** Whether it runs when all that was asked for is done. */
    boolean runs() {
        return builds().getLast().equals("start");
    }

    @Override
    public String toString() {
        return owner + " " + name();
    }
}
