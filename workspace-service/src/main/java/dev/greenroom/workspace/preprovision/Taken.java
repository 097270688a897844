package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.HashMap;
import java.util.Map;

/** The places that one transaction takes, beside those that were taken before. */
final class Taken {

    private final long mostOfOwner;
    private final Map<UserRef, Integer> byOwner = new HashMap<>();
    private final Map<EntityRef, Integer> byEntity = new HashMap<>();

    Taken(long mostOfOwner) {
        this.mostOfOwner = mostOfOwner;
    }

    /** Takes a place for it, where there still is one. */
    boolean takes(Candidate candidate) {
        var owner = candidate.due().owner();
        var entity = candidate.due().entityRef();
        var room = candidate.ofOwner() + byOwner.getOrDefault(owner, 0) < mostOfOwner
                && candidate.ofEntity() + byEntity.getOrDefault(entity, 0) < candidate.mostOfEntity();
        if (room) {
            byOwner.merge(owner, 1, Integer::sum);
            byEntity.merge(entity, 1, Integer::sum);
        }
        return room;
    }
}
