package dev.greenroom.workspace.page;

import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for.
 *
 * @param limit how many items it holds at most
 * @param before the place of the last item of the page before; the highest number for the first page
 */
public record PageRequest(int limit, long before) {
    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 500;
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

    /** @throws HttpProblem where a parameter is not what it can be: answered with 400, and not with JAX-RS's 404 */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? USUAL_LIMIT : limitOf(limit), cursor == null ? Long.MAX_VALUE : placeOf(cursor));
    }

    private static int limitOf(String text) {
        int limit = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw invalid("limit must be a number from 1 to " + HIGHEST_LIMIT + ".");
        }
        return limit;
    }

    private static long placeOf(String cursor) {
        if (!PLACE.matcher(cursor).matches()) {
            throw invalid("cursor must be the nextCursor of another page.");
        }
        return Long.parseLong(cursor);
    }

    private static HttpProblem invalid(String detail) {
        return Problem.of(400, "invalid-request", detail);
    }
}
