package dev.greenroom.catalogsync.entity;

import dev.greenroom.catalogsync.backstage.SlimEntity;
import java.util.Arrays;

/**
 * As what each entity, or group, was last read whole: 64 bits of a hash for each, by its number, which makes 4 MB for
 * half a million.
 */
public final class Marks {
    private static final long NONE = 0;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] marks = new long[1024];

    /** Whether it was last read as it is now. */
    public boolean has(int number, SlimEntity now) {
        return has(number) && marks[number] == mark(now);
    }

    /** Whether it was read at all. */
    public boolean has(int number) {
        return number < marks.length && marks[number] != NONE;
    }

    public void put(int number, SlimEntity read) {
        if (number >= marks.length) {
            marks = Arrays.copyOf(marks, Math.max(number + 1, marks.length * 2));
        }
        marks[number] = mark(read);
    }

    /** It has to be read anew, whatever it is like. */
    public void forget(int number) {
        if (number < marks.length) {
            marks[number] = NONE;
        }
    }

    /** FNV-1a: what is hashed is a hash already, and nobody who writes into the catalog chooses it. */
    private static long mark(SlimEntity entity) {
        var hash = FNV_OFFSET;
        for (var text : new String[] {entity.uid(), "\n", entity.etag()}) {
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
        }
        return hash == NONE ? 1 : hash;
    }
}
