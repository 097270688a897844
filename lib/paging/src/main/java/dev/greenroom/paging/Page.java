package dev.greenroom.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list.
 *
 * @param nextCursor what the next page is asked for with; null on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page of what was found.
     *
     * @param found up to one more than the page holds, by which it is known that there is a next one
     * @param place where an item stands, by which the next page is found
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, ?> place) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), String.valueOf(place.apply(found.get(limit - 1))));
    }

    /** The same page with something else in the place of each item. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), nextCursor);
    }
}
