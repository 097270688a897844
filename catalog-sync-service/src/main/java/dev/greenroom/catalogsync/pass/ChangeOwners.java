package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.entity.EntityStore;
import dev.greenroom.catalogsync.entity.KnownEntity;
import dev.greenroom.catalogsync.group.GroupMembers;
import dev.greenroom.catalogsync.group.GroupStore;
import dev.greenroom.catalogsync.group.KnownGroup;
import dev.greenroom.catalogsync.lead.WhileLeading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

/** Keeps what has changed about groups, and reads what they own again: it has other owners now. */
@ApplicationScoped
class ChangeOwners {
    private static final int AT_A_TIME = 500;

    private final LearnGroups learnGroups;
    private final GroupMembers members;
    private final GroupStore groups;
    private final EntityStore entities;
    private final WhileLeading whileLeading;
    private final ReadWhole readWhole;

    ChangeOwners(
            LearnGroups learnGroups,
            GroupMembers members,
            GroupStore groups,
            EntityStore entities,
            WhileLeading whileLeading,
            ReadWhole readWhole) {
        this.learnGroups = learnGroups;
        this.members = members;
        this.groups = groups;
        this.entities = entities;
        this.whileLeading = whileLeading;
        this.readWhole = readWhole;
    }

    /** What ends the pass; empty where it goes on. */
    Optional<PassOutcome> change(Pass pass, Collection<GroupChange> changes) {
        var toSave = changes.stream()
                .filter(GroupChange::isToSave)
                .map(GroupChange::now)
                .toList();
        var different = changes.stream()
                .filter(GroupChange::changesOwners)
                .map(GroupChange::now)
                .toList();
        var ended = learnGroups.learn(
                pass,
                members.neededBeside(changes.stream().map(GroupChange::now).toList()));
        if (ended.isPresent() || toSave.isEmpty()) {
            return ended;
        }
        var owned = forget(pass, different);
        return save(pass, toSave) ? read(pass, owned) : Optional.of(new PassOutcome.LeaseLost());
    }

    /**
     * What the groups own, and this leader has read. It is forgotten before the groups are saved, so that whatever goes
     * wrong from here on, the next pass reads it again.
     */
    private List<Integer> forget(Pass pass, List<KnownGroup> changed) {
        if (changed.isEmpty()) {
            return List.of();
        }
        var marks = pass.alreadyRead().entities();
        var affected = members.affectedBy(changed.stream().map(KnownGroup::ref).toList());
        var owned = entities.ownedBy(affected).stream().filter(marks::has).toList();
        owned.forEach(marks::forget);
        return owned;
    }

    private boolean save(Pass pass, List<KnownGroup> changed) {
        return whileLeading.run(pass.lease(), () -> groups.save(changed));
    }

    private Optional<PassOutcome> read(Pass pass, List<Integer> numbers) {
        return numbers.stream()
                .gather(Gatherers.windowFixed(AT_A_TIME))
                .map(some -> readWhole.read(
                        pass,
                        entities.numbered(some).stream().map(KnownEntity::ref).toList()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
