package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page of the report is asked for.
 *
 * @param limit how many items it holds at most
 * @param after the last item of the page before; null for the first page
 */
record DryRunRequest(int limit, @Nullable After after) {

    record After(EntityRef entityRef, UserRef owner) {

        @Override
        public String toString() {
            return entityRef + SEPARATOR + owner;
        }
    }

    /** In no reference, and in no need of an escape in a query. */
    private static final String SEPARATOR = ",";

    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 500;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    /** @throws HttpProblem where a parameter is not what it can be */
    static DryRunRequest of(@Nullable String limit, @Nullable String cursor) {
        return new DryRunRequest(limit == null ? USUAL_LIMIT : limit(limit), cursor == null ? null : after(cursor));
    }

    private static int limit(String text) {
        var limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw invalid("limit must be a number from 1 to " + HIGHEST_LIMIT + ".");
        }
        return limit;
    }

    private static After after(String cursor) {
        try {
            var parts = cursor.split(SEPARATOR, 2);
            return new After(EntityRef.parse(parts[0]), UserRef.parse(parts.length == 1 ? "" : parts[1]));
        } catch (IllegalArgumentException e) {
            throw invalid("cursor must be the nextCursor of another page.");
        }
    }

    private static HttpProblem invalid(String detail) {
        return Problem.of(400, "invalid-request", detail);
    }
}
