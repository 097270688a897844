package dev.greenroom.catalogsync.status;

import dev.greenroom.catalogsync.confirmation.HowToConfirm;
import dev.greenroom.catalogsync.entity.EntityState;
import dev.greenroom.catalogsync.pass.PassOutcome;
import dev.greenroom.catalogsync.pass.PassReport;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pass over a deployment's catalog, as the replica that ran it wrote it down, and how things stood after it. */
@Entity
@Table(name = "catalog_pass")
class PastPass extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String deployment;

    public Instant startedAt;

    public Instant finishedAt;

    @Enumerated(EnumType.STRING)
    public PassEnd outcome;

    /** For the operator; null where there is none. */
    public @Nullable String problem;

    public int seen;
    public int changed;
    public int invalid;
    public int withdrawn;

    /** Entities that are missing and were not withdrawn, since they are too many at once. */
    public int heldBack;

    /** When the last pass until then began that read the whole catalog; null before there was one. */
    public @Nullable Instant completeStartedAt;

    public int entitiesPublished;

    public int entitiesInvalid;

    public int entitiesWithdrawn;

    protected PastPass() {}

    /** @param before the pass before, where there was one */
    PastPass(
            String deployment,
            PassReport report,
            PassEnd end,
            Map<EntityState, Integer> entities,
            Optional<PastPass> before) {
        this.deployment = deployment;
        startedAt = report.startedAt();
        finishedAt = report.finishedAt();
        outcome = end;
        seen = report.seen();
        changed = report.changed();
        invalid = report.invalid();
        withdrawn = report.withdrawn();
        heldBack = switch (report.outcome()) {
            case PassOutcome.WithdrawalsHeld held -> held.missing();
            // Nobody knows better yet: one that was not complete ends no alarm.
            case PassOutcome.Incomplete _ -> before.map(pass -> pass.heldBack).orElse(0);
            case PassOutcome.Complete _, PassOutcome.LeaseLost _, PassOutcome.Stopped _ -> 0;
        };
        problem = problem(report.outcome());
        completeStartedAt = end == PassEnd.INCOMPLETE
                ? before.map(pass -> pass.completeStartedAt).orElse(null)
                : report.startedAt();
        entitiesPublished = entities.getOrDefault(EntityState.PUBLISHED, 0);
        entitiesInvalid = entities.getOrDefault(EntityState.INVALID, 0);
        entitiesWithdrawn = entities.getOrDefault(EntityState.WITHDRAWN, 0);
    }

    private static @Nullable String problem(PassOutcome outcome) {
        return switch (outcome) {
            case PassOutcome.Incomplete incomplete -> incomplete.why();
            case PassOutcome.WithdrawalsHeld held ->
                held.missing() + " of " + held.known()
                        + " entities and owning groups are missing at once: nothing is withdrawn; "
                        + HowToConfirm.of(held.missing());
            case PassOutcome.Complete _, PassOutcome.LeaseLost _, PassOutcome.Stopped _ -> null;
        };
    }
}
