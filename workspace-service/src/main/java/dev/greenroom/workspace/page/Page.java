package dev.greenroom.workspace.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, what came last first.
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
     * @param place of an item in the list
     */
    public static <T> Page<T> of(List<T> found, int limit, ToLongFunction<T> place) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), String.valueOf(place.applyAsLong(found.get(limit - 1))));
    }
}
