package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.CatalogScope;
import dev.greenroom.catalogsync.backstage.SlimEntity;
import dev.greenroom.catalogsync.entity.EntityStore;
import dev.greenroom.catalogsync.entity.KnownEntity;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.contracts.EntityRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds on a page what may have changed since this leader read it last, and has that read whole. */
@ApplicationScoped
class FollowPage {
    private final EntityStore store;
    private final ReadWhole readWhole;
    private final FollowGroups followGroups;
    private final WhileLeading whileLeading;

    FollowPage(EntityStore store, ReadWhole readWhole, FollowGroups followGroups, WhileLeading whileLeading) {
        this.store = store;
        this.readWhole = readWhole;
        this.followGroups = followGroups;
        this.whileLeading = whileLeading;
    }

    /** What ends the pass; empty where it goes on. */
    Optional<PassOutcome> follow(Pass pass, List<SlimEntity> page) {
        if (!whileLeading.stillLeads(pass.lease())) {
            return Optional.of(new PassOutcome.LeaseLost());
        }
        pass.turned(page);
        var groups =
                page.stream().filter(each -> CatalogScope.isGroup(each.ref())).toList();
        var entities =
                page.stream().filter(each -> !CatalogScope.isGroup(each.ref())).toList();
        return followGroups.page(pass, groups).or(() -> readWhole.read(pass, changed(pass, entities)));
    }

    private List<EntityRef> changed(Pass pass, List<SlimEntity> entities) {
        var known = store.known(entities.stream().map(SlimEntity::ref).toList());
        var changed = new ArrayList<EntityRef>();
        for (var entity : entities) {
            var before = known.get(entity.ref());
            if (before == null || mayHaveChanged(pass.alreadyRead(), before, entity)) {
                changed.add(entity.ref());
            } else if (!pass.alreadyRead().isOrphan(before.number())) {
                pass.saw(before);
            }
        }
        // An entity that moved within the catalog while it was read may be on a page twice.
        return changed.stream().distinct().toList();
    }

    private static boolean mayHaveChanged(AlreadyRead read, KnownEntity before, SlimEntity now) {
        return !read.entities().has(before.number(), now) || before.missing() && !read.isOrphan(before.number());
    }
}
