package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.entity.EntityStore;
import dev.greenroom.catalogsync.entity.KnownEntity;
import dev.greenroom.catalogsync.problem.ProblemStore;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Keeps what entities are known as from now on, and says it: both, or neither, in the caller's transaction. */
@ApplicationScoped
class SaveAndSay {
    private final EntityStore entities;
    private final ProblemStore problems;
    private final Outbox outbox;

    SaveAndSay(EntityStore entities, ProblemStore problems, Outbox outbox) {
        this.entities = entities;
        this.problems = problems;
        this.outbox = outbox;
    }

    /** @param said of those entities about which there is something new, once of each */
    void all(Collection<KnownEntity> now, List<CoderConfigEvent> said) {
        entities.save(now);
        problems.keep(said);
        outbox.addAll(said);
    }
}
