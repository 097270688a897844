package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.backstage.BackstageEntity;
import dev.greenroom.catalogsync.backstage.CatalogScope;
import dev.greenroom.catalogsync.backstage.EntitiesOutcome;
import dev.greenroom.catalogsync.backstage.ReadFailure;
import dev.greenroom.catalogsync.group.GroupStore;
import dev.greenroom.catalogsync.group.KnownGroup;
import dev.greenroom.catalogsync.hint.Hint;
import dev.greenroom.catalogsync.hint.HintStore;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what hints name, between the pages of a pass and between passes: entities, groups, and the groups of users. What
 * isn't in the catalog any more is left to the passes that miss it.
 */
@ApplicationScoped
class FollowHints {
    private static final int AT_A_TIME = 500;
    private static final String USER = "user";

    private final HintStore store;
    private final WhileLeading whileLeading;
    private final BackstageClient backstage;
    private final GroupStore groups;
    private final ReadWhole readWhole;
    private final FollowGroups followGroups;

    FollowHints(
            HintStore store,
            WhileLeading whileLeading,
            BackstageClient backstage,
            GroupStore groups,
            ReadWhole readWhole,
            FollowGroups followGroups) {
        this.store = store;
        this.whileLeading = whileLeading;
        this.backstage = backstage;
        this.groups = groups;
        this.readWhole = readWhole;
        this.followGroups = followGroups;
    }

    /** A pass begins: who wanted the whole catalog read by now gets that, if it comes to its end. */
    void beginPass(Pass pass) {
        pass.answers(wholeCatalog(store.next(AT_A_TIME)));
    }

    /** A pass has read every page. */
    void endPass(Pass pass) {
        done(pass, pass.answered());
    }

    /** The oldest hints. Those that came while their entities were read wait on, and are followed again. */
    HintsOutcome follow(Pass pass) {
        var hints = store.next(AT_A_TIME);
        var ofEntities = hints.stream().filter(Hint.OfEntity.class::isInstance).toList();
        var ended = look(
                pass,
                ofEntities.stream()
                        .map(Hint.OfEntity.class::cast)
                        .map(Hint.OfEntity::ref)
                        .toList());
        if (ended.isPresent()) {
            return new HintsOutcome.Failed(ended.get());
        }
        done(pass, ofEntities);
        return wholeCatalog(hints).isEmpty()
                ? new HintsOutcome.Followed(pass.tally().changed())
                : new HintsOutcome.WholeCatalogWanted();
    }

    private static List<Hint> wholeCatalog(List<Hint> hints) {
        return hints.stream().filter(Hint.OfWholeCatalog.class::isInstance).toList();
    }

    /** What is not done under this lease is followed by whoever leads. */
    private void done(Pass pass, Collection<Hint> hints) {
        if (!hints.isEmpty()) {
            whileLeading.run(pass.lease(), () -> store.done(hints));
        }
    }

    private Optional<PassOutcome> look(Pass pass, List<EntityRef> refs) {
        var users = refs.stream().filter(ref -> ref.kind().equals(USER)).toList();
        var ofGroups = refs.stream().filter(CatalogScope::isGroup).toList();
        var others = refs.stream()
                .filter(ref -> !ref.kind().equals(USER) && !CatalogScope.isGroup(ref))
                .toList();
        return lookAtGroupsOf(pass, users)
                .or(() -> followGroups.look(pass, ofGroups))
                .or(() -> readWhole.read(pass, others));
    }

    /** Those of which they are members now, and those of which they were. */
    private Optional<PassOutcome> lookAtGroupsOf(Pass pass, List<EntityRef> users) {
        if (users.isEmpty()) {
            return Optional.empty();
        }
        return switch (backstage.users(users)) {
            case ReadFailure failure -> Optional.of(PassOutcome.Incomplete.of(failure));
            case EntitiesOutcome.Found found -> {
                var now = found.entities().values().stream()
                        .map(BackstageEntity::memberOf)
                        .flatMap(List::stream);
                var before = groups.of(users.stream().map(UserRef::of).toList()).stream()
                        .map(KnownGroup::ref);
                yield followGroups.look(
                        pass, Stream.concat(now, before).distinct().toList());
            }
        };
    }
}
