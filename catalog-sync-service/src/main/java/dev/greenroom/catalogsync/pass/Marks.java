package dev.greenroom.catalogsync.pass;

import com.carrotsearch.hppc.LongIntHashMap;
import dev.greenroom.catalogsync.backstage.SlimEntity;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * As what each entity, or group, was last read whole, so that a page on which nothing has changed asks no database. Of
 * each it holds two hashes and its number, which makes 16 MB for half a million. References of the same hash can hide
 * each other, never stand for each other: the one that is hidden is read anew each time.
 */
final class Marks {
    private static final long NONE = 0;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final LongIntHashMap numbers = new LongIntHashMap();
    private long[] marks = new long[1024];

    /** The number of one that was last read as it is now. */
    OptionalInt find(SlimEntity now) {
        long ref = hash(now);
        int number = numbers.getOrDefault(ref, 0);
        return has(number) && marks[number] == mark(ref, now) ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** Whether it was read at all. */
    boolean has(int number) {
        return number < marks.length && marks[number] != NONE;
    }

    void put(int number, SlimEntity read) {
        if (number >= marks.length) {
            marks = Arrays.copyOf(marks, Math.max(number + 1, marks.length * 2));
        }
        long ref = hash(read);
        numbers.put(ref, number);
        marks[number] = mark(ref, read);
    }

    /** It has to be read anew, whatever it is like. */
    void forget(int number) {
        if (number < marks.length) {
            marks[number] = NONE;
        }
    }

    private static long hash(SlimEntity entity) {
        var ref = entity.ref();
        return hash(FNV_OFFSET, ref.kind(), ref.namespace(), ref.name());
    }

    private static long mark(long ref, SlimEntity entity) {
        long mark = hash(ref, entity.uid(), entity.etag());
        return mark == NONE ? 1 : mark;
    }

    /** FNV-1a. What tells two states of an entity apart is a hash already, and no author chooses it. */
    private static long hash(long seed, String... texts) {
        long hash = seed;
        for (var text : texts) {
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ '\n') * FNV_PRIME;
        }
        return hash;
    }
}
