package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.BackstageEntity;
import dev.greenroom.catalogsync.compile.CoderDefaults;
import dev.greenroom.catalogsync.compile.Compilation;
import dev.greenroom.catalogsync.compile.CompileCoderConfig;
import dev.greenroom.catalogsync.entity.Content;
import dev.greenroom.catalogsync.entity.EntityStore;
import dev.greenroom.catalogsync.entity.KnownEntity;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.EntityRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares entities with what was last said about them, and says what is new. Revision and message are one transaction,
 * under the lease: an entity that went from A to B and back to A ends in A under the highest revision.
 */
@ApplicationScoped
class PublishChanges {
    private final CoderDefaults defaults;
    private final EntityStore store;
    private final WhileLeading whileLeading;
    private final EntityEvents events;
    private final SaveAndSay saveAndSay;
    private final WithdrawalConfig config;
    private final Clock clock;

    PublishChanges(
            CoderDefaults defaults,
            EntityStore store,
            WhileLeading whileLeading,
            EntityEvents events,
            SaveAndSay saveAndSay,
            WithdrawalConfig config,
            Clock clock) {
        this.defaults = defaults;
        this.store = store;
        this.whileLeading = whileLeading;
        this.events = events;
        this.saveAndSay = saveAndSay;
        this.config = config;
        this.clock = clock;
    }

    /** @param away whether it doesn't count, as an orphan may not: it is withdrawn as what is missing is, and not here */
    private record Candidate(BackstageEntity read, Content content, boolean away) {
        EntityRef ref() {
            return content.ref();
        }
    }

    /** @param now what the entities are known as */
    private record Published(Map<EntityRef, KnownEntity> now, int messages, boolean foundNew) {}

    /** What ends the pass, with nothing said; empty where it goes on. */
    Optional<PassOutcome> publish(Pass pass, List<OwnedEntity> entities) {
        var observedAt = clock.instant();
        var candidates = entities.stream().map(this::candidate).toList();
        var published = whileLeading.call(pass.lease(), () -> publish(candidates, pass.snapshot(), observedAt));
        published.ifPresent(it -> remember(pass, candidates, it));
        return published.isPresent() ? Optional.empty() : Optional.of(new PassOutcome.LeaseLost());
    }

    private Candidate candidate(OwnedEntity each) {
        var away = config.orphans().areAway(each.read());
        var compilation = away ? new Compilation.NotConfigured() : CompileCoderConfig.compile(defaults, each.entity());
        var content = Content.of(each.entity(), each.read().owningGroups(), compilation);
        return new Candidate(each.read(), content, away);
    }

    private Published publish(List<Candidate> candidates, boolean snapshot, Instant observedAt) {
        var known = new HashMap<>(
                store.known(candidates.stream().map(Candidate::ref).toList()));
        var save = new ArrayList<KnownEntity>();
        var say = new ArrayList<CoderConfigEvent>();
        for (var candidate : candidates) {
            var content = candidate.content();
            var before = known.getOrDefault(candidate.ref(), KnownEntity.unknown(candidate.ref()));
            if (before.isAsKnown(content) || candidate.away() && !before.isNew()) {
                continue;
            }
            var now = before.isNews(content) ? before.says(content, snapshot) : before.seen(content);
            save.add(now);
            if (now.revision() > before.revision()) {
                say.add(events.says(now, content, observedAt));
            }
        }
        saveAndSay.all(save, say);
        save.forEach(entity -> known.put(entity.ref(), entity));
        var found =
                save.stream().filter(KnownEntity::isNew).map(KnownEntity::ref).toList();
        known.putAll(store.known(found));
        return new Published(known, say.size(), !found.isEmpty());
    }

    private static void remember(Pass pass, List<Candidate> candidates, Published published) {
        pass.published(published.messages());
        pass.foundNew(published.foundNew());
        for (var candidate : candidates) {
            var now = Objects.requireNonNull(published.now().get(candidate.ref()));
            pass.alreadyRead().entity(candidate.read().slim(), now, candidate.away());
            pass.saw(now.number());
        }
    }
}
