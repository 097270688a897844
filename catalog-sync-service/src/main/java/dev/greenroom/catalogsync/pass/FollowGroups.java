package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.backstage.EntitiesOutcome;
import dev.greenroom.catalogsync.backstage.ReadFailure;
import dev.greenroom.catalogsync.backstage.SlimEntity;
import dev.greenroom.catalogsync.group.GroupStore;
import dev.greenroom.catalogsync.group.KnownGroup;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.contracts.EntityRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

/** Reads groups that may have changed; those by which something is owned, or once was: of others nobody wants to know. */
@ApplicationScoped
class FollowGroups {
    private final BackstageClient backstage;
    private final GroupStore store;
    private final ChangeOwners changeOwners;
    private final WhileLeading whileLeading;

    FollowGroups(BackstageClient backstage, GroupStore store, ChangeOwners changeOwners, WhileLeading whileLeading) {
        this.backstage = backstage;
        this.store = store;
        this.changeOwners = changeOwners;
        this.whileLeading = whileLeading;
    }

    /** The groups of a page. What ends the pass; empty where it goes on. */
    Optional<PassOutcome> page(Pass pass, List<SlimEntity> groups) {
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        var others = new ArrayList<EntityRef>();
        for (var group : groups) {
            pass.alreadyRead().groups().find(group).ifPresentOrElse(pass.groups()::add, () -> others.add(group.ref()));
        }
        var changed = store.known(others).values();
        changed.forEach(group -> pass.groups().add(group.number()));
        return read(pass, changed);
    }

    /** These, whatever is known of them. */
    Optional<PassOutcome> look(Pass pass, Collection<EntityRef> groups) {
        return groups.isEmpty()
                ? Optional.empty()
                : read(pass, store.known(groups).values());
    }

    /** As many at a time as one request asks for, so that the lease is renewed between two. */
    private Optional<PassOutcome> read(Pass pass, Collection<KnownGroup> groups) {
        return groups.stream()
                .gather(Gatherers.windowFixed(BackstageClient.GROUPS_AT_A_TIME))
                .map(some -> readSome(pass, some))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<PassOutcome> readSome(Pass pass, List<KnownGroup> groups) {
        if (!whileLeading.stillLeads(pass.lease())) {
            return Optional.of(new PassOutcome.LeaseLost());
        }
        return switch (backstage.groups(groups.stream().map(KnownGroup::ref).toList())) {
            case ReadFailure failure -> Optional.of(PassOutcome.Incomplete.of(failure));
            case EntitiesOutcome.Found found -> found(pass, groups, found);
        };
    }

    /** What isn't there any more is left to the passes that miss it; what can't be read, to the next one. */
    private Optional<PassOutcome> found(Pass pass, Collection<KnownGroup> before, EntitiesOutcome.Found found) {
        var changes = new ArrayList<GroupChange>();
        var marks = new ArrayList<Runnable>();
        for (var group : before) {
            var read = found.entities().get(group.ref());
            if (read != null && read.isReadable()) {
                changes.add(new GroupChange(group, group.as(read)));
                marks.add(() -> pass.alreadyRead().groups().put(group.number(), read.slim()));
            }
        }
        var ended = changeOwners.change(pass, changes);
        if (ended.isEmpty()) {
            marks.forEach(Runnable::run);
        }
        return ended;
    }
}
