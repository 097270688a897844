package dev.greenroom.paging;

import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many items it holds at most
 * @param last where the last item of the page before stands; null for the first page
 */
public record PageRequest<C>(int limit, @Nullable C last) {
    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 500;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

    /**
     * Reads the parameters of a query.
     *
     * @param limit from 1 to 500; null for 100
     * @param cursor the {@code nextCursor} of the page before; null for the first page
     * @param read what a cursor says, or an {@link IllegalArgumentException}
     * @throws HttpProblem where a parameter is not what it can be: answered with 400, and not with JAX-RS's 404
     */
    public static <C> PageRequest<C> of(@Nullable String limit, @Nullable String cursor, Function<String, C> read) {
        return new PageRequest<>(
                limit == null ? USUAL_LIMIT : limitOf(limit), cursor == null ? null : lastOf(cursor, read));
    }

    /** The same for a list whose items have numbers. */
    public static PageRequest<Long> byNumber(@Nullable String limit, @Nullable String cursor) {
        return of(limit, cursor, PageRequest::number);
    }

    private static int limitOf(String text) {
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw invalid("limit must be a number from 1 to " + HIGHEST_LIMIT + ".");
        }
        return limit;
    }

    private static <C> C lastOf(String cursor, Function<String, C> read) {
        try {
            return read.apply(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid("cursor must be the nextCursor of another page.");
        }
    }

    private static Long number(String cursor) {
        if (!PLACE.matcher(cursor).matches()) {
            throw new IllegalArgumentException("not a number");
        }
        return Long.valueOf(cursor);
    }

    private static HttpProblem invalid(String detail) {
        return Problem.of(400, "invalid-request", detail);
    }
}
