package dev.greenroom.catalogsync.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the problems, by entity reference.
 *
 * @param nextCursor what the next page is asked for with; null on the last one
 */
record ProblemPage(List<EntityProblem> items, @Nullable String nextCursor) {

    /** @param found up to one more than the page holds, by which it is known that there is a next one */
    static ProblemPage of(List<EntityProblem> found, int limit) {
        return found.size() <= limit
                ? new ProblemPage(found, null)
                : new ProblemPage(
                        found.subList(0, limit),
                        found.get(limit - 1).entityRef().toString());
    }
}
