package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.backstage.EntitiesOutcome;
import dev.greenroom.catalogsync.backstage.ReadFailure;
import dev.greenroom.catalogsync.group.GroupMembers;
import dev.greenroom.catalogsync.group.GroupStore;
import dev.greenroom.catalogsync.group.KnownGroup;
import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.contracts.EntityRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    /** Reads those of these that are unknown, and what they need besides. What ends the pass; empty where it goes on. */
    Optional<PassOutcome> learn(Pass pass, Collection<EntityRef> groups) {
        var unknown = unknown(groups);
        while (!unknown.isEmpty()) {
            switch (backstage.groups(unknown)) {
                case ReadFailure failure -> {
                    return Optional.of(PassOutcome.Incomplete.of(failure));
                }
                case EntitiesOutcome.Found found -> {
                    var learned =
                            unknown.stream().map(ref -> learned(ref, found)).toList();
                    if (!save(pass.lease(), learned)) {
                        return Optional.of(new PassOutcome.LeaseLost());
                    }
                    remember(pass, unknown, found);
                    unknown = unknown(members.neededBeside(learned));
                }
            }
        }
        return Optional.empty();
    }

    private List<EntityRef> unknown(Collection<EntityRef> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        var known = store.known(groups).keySet();
        return groups.stream().filter(group -> !known.contains(group)).sorted().toList();
    }

    /** A group that isn't in the catalog is remembered as one without members: it may come. */
    private static KnownGroup learned(EntityRef ref, EntitiesOutcome.Found found) {
        var read = found.entities().get(ref);
        return read == null ? KnownGroup.unknown(ref) : KnownGroup.unknown(ref).as(read);
    }

    private void remember(Pass pass, List<EntityRef> learned, EntitiesOutcome.Found found) {
        store.known(learned).values().forEach(group -> {
            var read = found.entities().get(group.ref());
            if (read != null) {
                pass.alreadyRead().groups().put(group.number(), read.slim());
            }
        });
    }

    private boolean save(Lease lease, List<KnownGroup> groups) {
        return whileLeading
                .call(lease, () -> {
                    store.save(groups);
                    return true;
                })
                .isPresent();
    }
}
