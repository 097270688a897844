package dev.greenroom.catalogsync.problem;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.Reason;
import java.time.Instant;
import java.util.List;

/**
 * An entity whose {@code spec.coder} can't be used.
 *
 * @param since when it was first found so, and in each pass after that, whatever the reasons were
 */
record EntityProblem(EntityRef entityRef, Instant since, List<Reason> reasons) {
    EntityProblem {
        reasons = List.copyOf(reasons);
    }
}
