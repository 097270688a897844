package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.CatalogScope;
import dev.greenroom.catalogsync.backstage.SlimEntity;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.contracts.EntityRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds on a page what may have changed since this leader read it last, and has that read whole. */
@ApplicationScoped
class FollowPage {
    private final ReadWhole readWhole;
    private final FollowGroups followGroups;
    private final WhileLeading whileLeading;

    FollowPage(ReadWhole readWhole, FollowGroups followGroups, WhileLeading whileLeading) {
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

    private static Set<EntityRef> changed(Pass pass, List<SlimEntity> entities) {
        // An entity that moved within the catalog while it was read may be on a page twice.
        var changed = new LinkedHashSet<EntityRef>();
        for (var entity : entities) {
            pass.alreadyRead().entities().find(entity).ifPresentOrElse(pass::saw, () -> changed.add(entity.ref()));
        }
        return changed;
    }
}
