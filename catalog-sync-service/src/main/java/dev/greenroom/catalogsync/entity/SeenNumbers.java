package dev.greenroom.catalogsync.entity;

import java.util.BitSet;

/**
 * Which of the known entities, or groups, a pass has seen: one bit for each, 64 KB for half a million, so that a pass
 * neither holds the catalog nor writes a row for what hasn't changed.
 */
public final class SeenNumbers {
    private final BitSet numbers = new BitSet();

    public void add(int number) {
        numbers.set(number);
    }

    public boolean has(int number) {
        return numbers.get(number);
    }
}
