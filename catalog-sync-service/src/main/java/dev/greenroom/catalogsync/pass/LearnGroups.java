package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.backstage.BackstageEntity;
import dev.greenroom.catalogsync.backstage.EntitiesOutcome;
import dev.greenroom.catalogsync.backstage.ReadFailure;
import dev.greenroom.catalogsync.group.GroupMembers;
import dev.greenroom.catalogsync.group.GroupStore;
import dev.greenroom.catalogsync.group.KnownGroup;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.contracts.EntityRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

/** Reads groups that nothing is known of yet, since something that they own was found. */
@ApplicationScoped
class LearnGroups {
    private final BackstageClient backstage;
    private final GroupStore store;
    private final GroupMembers members;
    private final WhileLeading whileLeading;

    LearnGroups(BackstageClient backstage, GroupStore store, GroupMembers members, WhileLeading whileLeading) {
        this.backstage = backstage;
        this.store = store;
        this.members = members;
        this.whileLeading = whileLeading;
    }

    /**
     * Reads those of these that are unknown, and of what they need besides, however deep that is: a failure half-way down
     * must not leave a known group above an unknown one for good. What ends the pass; empty where it goes on.
     */
    Optional<PassOutcome> learn(Pass pass, Collection<EntityRef> groups) {
        var visited = new HashSet<EntityRef>();
        var level = List.copyOf(groups);
        while (!level.isEmpty()) {
            visited.addAll(level);
            var ended = learnUnknown(pass, level);
            if (ended.isPresent()) {
                return ended;
            }
            level = members.neededBeside(store.known(level).values()).stream()
                    .filter(group -> !visited.contains(group))
                    .toList();
        }
        return Optional.empty();
    }

    /** As many at a time as one request asks for, so that the lease is renewed between two. */
    private Optional<PassOutcome> learnUnknown(Pass pass, List<EntityRef> groups) {
        var known = store.known(groups).keySet();
        return groups.stream()
                .filter(group -> !known.contains(group))
                .sorted()
                .gather(Gatherers.windowFixed(BackstageClient.GROUPS_AT_A_TIME))
                .map(some -> read(pass, some))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<PassOutcome> read(Pass pass, List<EntityRef> unknown) {
        if (!whileLeading.stillLeads(pass.lease())) {
            return Optional.of(new PassOutcome.LeaseLost());
        }
        return switch (backstage.groups(unknown)) {
            case ReadFailure failure -> Optional.of(PassOutcome.Incomplete.of(failure));
            case EntitiesOutcome.Found found -> {
                var learned = unknown.stream()
                        .flatMap(ref -> learned(ref, found).stream())
                        .toList();
                if (!whileLeading.run(pass.lease(), () -> store.save(learned))) {
                    yield Optional.of(new PassOutcome.LeaseLost());
                }
                remember(pass, unknown, found);
                yield Optional.empty();
            }
        };
    }

    /** A group that isn't in the catalog is remembered as one without members: it may come. Empty where it can't be read. */
    private static Optional<KnownGroup> learned(EntityRef ref, EntitiesOutcome.Found found) {
        var read = found.entities().get(ref);
        if (read == null) {
            return Optional.of(KnownGroup.unknown(ref));
        }
        return Optional.of(read)
                .filter(BackstageEntity::isReadable)
                .map(readable -> KnownGroup.unknown(ref).as(readable));
    }

    private void remember(Pass pass, List<EntityRef> learned, EntitiesOutcome.Found found) {
        store.known(learned).values().forEach(group -> {
            var read = found.entities().get(group.ref());
            if (read != null) {
                pass.alreadyRead().groups().put(group.number(), read.slim());
            }
        });
    }
}
