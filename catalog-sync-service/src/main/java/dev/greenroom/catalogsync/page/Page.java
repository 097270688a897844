package dev.greenroom.catalogsync.page;

import dev.greenroom.contracts.EntityRef;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, by entity reference.
 *
 * @param nextCursor what the next page is asked for with; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page of what was found.
     *
     * @param found up to one more than the page holds, by which it is known that there is a next one
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, EntityRef> ref) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, limit), ref.apply(found.get(limit - 1)).toString());
    }
}
