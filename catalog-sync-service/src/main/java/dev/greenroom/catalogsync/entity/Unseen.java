package dev.greenroom.catalogsync.entity;

import java.util.List;

/**
 * The known entities that a complete pass has not seen.
 *
 * @param known how many the pass should have seen
 * @param numbers those that it has not
 */
public record Unseen(int known, List<Integer> numbers) {
    public Unseen {
        numbers = List.copyOf(numbers);
    }
}
