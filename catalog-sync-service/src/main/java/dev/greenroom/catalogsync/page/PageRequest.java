package dev.greenroom.catalogsync.page;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for.
 *
 * @param limit how many items it holds at most
 * @param after the last reference of the page before; null for the first page
 */
public record PageRequest(int limit, @Nullable EntityRef after) {
    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 500;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    /** @throws HttpProblem where a parameter is not what it can be: answered with 400, and not with JAX-RS's 404 */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(limit == null ? USUAL_LIMIT : limit(limit), cursor == null ? null : after(cursor));
    }

    private static int limit(String text) {
        var limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw invalid("limit must be a number from 1 to " + HIGHEST_LIMIT + ".");
        }
        return limit;
    }

    private static EntityRef after(String cursor) {
        try {
            return EntityRef.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid("cursor must be the nextCursor of another page.");
        }
    }

    private static HttpProblem invalid(String detail) {
        return Problem.of(400, "invalid-request", detail);
    }
}
