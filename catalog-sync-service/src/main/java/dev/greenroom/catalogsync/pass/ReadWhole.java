package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.backstage.BackstageEntity;
import dev.greenroom.catalogsync.backstage.EntitiesOutcome;
import dev.greenroom.catalogsync.backstage.ReadFailure;
import dev.greenroom.catalogsync.compile.CatalogEntity;
import dev.greenroom.catalogsync.compile.Owners;
import dev.greenroom.catalogsync.group.GroupMembers;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads entities that may have changed, with their owners, and publishes what is new about them. */
@ApplicationScoped
class ReadWhole {
    private final BackstageClient backstage;
    private final LearnGroups learnGroups;
    private final GroupMembers members;
    private final PublishChanges publishChanges;
    private final WhileLeading whileLeading;

    ReadWhole(
            BackstageClient backstage,
            LearnGroups learnGroups,
            GroupMembers members,
            PublishChanges publishChanges,
            WhileLeading whileLeading) {
        this.backstage = backstage;
        this.learnGroups = learnGroups;
        this.members = members;
        this.publishChanges = publishChanges;
        this.whileLeading = whileLeading;
    }

    /** What ends the pass; empty where it goes on. Of those that aren't there any more nothing is said. */
    Optional<PassOutcome> read(Pass pass, Collection<EntityRef> refs) {
        if (refs.isEmpty()) {
            return Optional.empty();
        }
        if (!whileLeading.stillLeads(pass.lease())) {
            return Optional.of(new PassOutcome.LeaseLost());
        }
        return switch (backstage.entities(refs)) {
            case ReadFailure failure -> Optional.of(PassOutcome.Incomplete.of(failure));
            case EntitiesOutcome.Found found -> publish(pass, readable(found));
        };
    }

    /** What is there and can't be read is no news: the next pass asks for it again. */
    private static List<BackstageEntity> readable(EntitiesOutcome.Found found) {
        return found.entities().values().stream()
                .filter(BackstageEntity::isReadable)
                .toList();
    }

    private Optional<PassOutcome> publish(Pass pass, Collection<BackstageEntity> entities) {
        var groups = entities.stream()
                .flatMap(entity -> entity.owningGroups().stream())
                .collect(Collectors.toSet());
        var ended = learnGroups.learn(pass, groups);
        if (ended.isPresent()) {
            return ended;
        }
        var users = members.of(groups);
        return publishChanges.publish(
                pass,
                entities.stream()
                        .map(entity -> new OwnedEntity(entity, withOwners(entity, users)))
                        .toList());
    }

    private static CatalogEntity withOwners(BackstageEntity entity, Map<EntityRef, Set<UserRef>> members) {
        var throughGroups =
                entity.owningGroups().stream().flatMap(group -> members.getOrDefault(group, Set.of()).stream());
        return new CatalogEntity(
                entity.ref(),
                entity.slim().uid(),
                entity.coder(),
                entity.sourceLocation(),
                Owners.of(Stream.concat(entity.owningUsers().stream(), throughGroups)
                        .toList()));
    }
}
