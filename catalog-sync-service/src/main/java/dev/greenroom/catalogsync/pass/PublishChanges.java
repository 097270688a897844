package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.compile.CatalogEntity;
import dev.greenroom.catalogsync.compile.CoderDefaults;
import dev.greenroom.catalogsync.compile.CompileCoderConfig;
import dev.greenroom.catalogsync.entity.Content;
import dev.greenroom.catalogsync.entity.EntityStore;
import dev.greenroom.catalogsync.entity.KnownEntity;
import dev.greenroom.catalogsync.entity.SeenEntities;
import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.catalogsync.problem.ProblemStore;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares a page with what was last said about its entities, and says what is new. Revision and message are one
 * transaction, under the lease: an entity that went from A to B and back to A ends in A under the highest revision.
 */
@ApplicationScoped
class PublishChanges {
    private final CoderDefaults defaults;
    private final EntityStore store;
    private final WhileLeading whileLeading;
    private final EntityEvents events;
    private final ProblemStore problems;
    private final Outbox outbox;
    private final Clock clock;

    PublishChanges(
            CoderDefaults defaults,
            EntityStore store,
            WhileLeading whileLeading,
            EntityEvents events,
            ProblemStore problems,
            Outbox outbox,
            Clock clock) {
        this.defaults = defaults;
        this.store = store;
        this.whileLeading = whileLeading;
        this.events = events;
        this.problems = problems;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What the page came to; empty, with nothing said, where the lease is lost. */
    Optional<Tally> publish(Lease lease, List<CatalogEntity> page, SeenEntities seen) {
        var observedAt = clock.instant();
        var contents = page.stream()
                .map(entity -> Content.of(entity, CompileCoderConfig.compile(defaults, entity)))
                // An entity that moved within the catalog while it was read may be on a page twice.
                .collect(Collectors.toMap(Content::ref, Function.identity(), (_, last) -> last))
                .values();
        return whileLeading.call(lease, () -> publish(contents, seen, observedAt));
    }

    private Tally publish(Collection<Content> contents, SeenEntities seen, Instant observedAt) {
        var known = store.known(contents.stream().map(Content::ref).toList());
        var save = new ArrayList<KnownEntity>();
        var say = new ArrayList<CoderConfigEvent>();
        for (var content : contents) {
            var before = known.getOrDefault(content.ref(), KnownEntity.nothingSaid(content.ref()));
            seen.add(before);
            if (before.isNews(content)) {
                var now = before.says(content);
                save.add(now);
                say.add(events.says(now, content, observedAt));
            } else if (before.missedPasses() > 0) {
                save.add(before.seen());
            }
        }
        store.save(save);
        problems.keep(say);
        outbox.addAll(say);
        return new Tally(contents.size(), invalid(contents), say.size());
    }

    private static int invalid(Collection<Content> contents) {
        return (int) contents.stream().filter(Content::isInvalid).count();
    }
}
