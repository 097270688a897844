package dev.greenroom.catalogsync.pass;

import java.util.BitSet;

/**
 * Which of the known entities, or groups, a pass has seen: one bit for each, 64 KB for half a million, so that a pass
 * neither holds the catalog nor writes a row for what hasn't changed.
 */
final class SeenNumbers {
    private final BitSet numbers = new BitSet();

    void add(int number) {
        numbers.set(number);
    }

    boolean has(int number) {
        return numbers.get(number);
    }
}
