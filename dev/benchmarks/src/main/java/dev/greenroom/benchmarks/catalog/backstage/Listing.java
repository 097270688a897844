package dev.greenroom.benchmarks.catalog.backstage;

import dev.greenroom.contracts.EntityRef;
import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * Which entities there are, by their numbers: group 0, components 1 to 100 which it owns, group 101 and so on; and at
 * which position each is listed. Backstage lists by uid, which is random, so that names come in no order.
 */
final class Listing {
    private static final int OWNED = 100;
    private static final int BLOCK = OWNED + 1;
    /** Of a block's components, each so many-th has a {@code spec.coder}. */
    private static final int CODER_EVERY = 10;

    private static final int CODERS = OWNED / CODER_EVERY;
    /** A prime above any size, so that no number comes twice. */
    private static final long STEP = Integer.MAX_VALUE;

    private final int size;
    private final long stepBack;

    /** @param size two blocks at least */
    Listing(int size) {
        if (size < 2 * BLOCK) {
            throw new IllegalArgumentException("a catalog of " + size + " is too small");
        }
        this.size = size;
        this.stepBack =
                BigInteger.valueOf(STEP).modInverse(BigInteger.valueOf(size)).longValueExact();
    }

    int size() {
        return size;
    }

    int count(Kind kind) {
        int groups = (size + BLOCK - 1) / BLOCK;
        return switch (kind) {
            case GROUP -> groups;
            case COMPONENT -> size - groups;
        };
    }

    int numberAt(int position) {
        return (int) (position * STEP % size);
    }

    int positionOf(int number) {
        return (int) (number * stepBack % size);
    }

    Kind kindOf(int number) {
        return number % BLOCK == 0 ? Kind.GROUP : Kind.COMPONENT;
    }

    int ownerOf(int component) {
        return component - component % BLOCK;
    }

    /** The number after the last component that a group owns. */
    int endOf(int group) {
        return Math.min(group + BLOCK, size);
    }

    boolean hasCoder(int component) {
        return component % BLOCK % CODER_EVERY == 0;
    }

    /** Of those components that have a {@code spec.coder}, one after the other, each in another block. */
    int withCoder(int index) {
        int blocks = size / BLOCK;
        return index % blocks * BLOCK + (index / blocks % CODERS + 1) * CODER_EVERY;
    }

    /** Groups, one after the other. */
    int group(int index) {
        return index % (size / BLOCK) * BLOCK;
    }

    /** The number of a full reference; empty where there is no such entity. */
    OptionalInt find(String ref) {
        try {
            var name = EntityRef.parse(ref).name();
            int number = Integer.parseInt(name.substring(name.indexOf('-') + 1));
            boolean known =
                    number >= 0 && number < size && kindOf(number).refOf(number).equalsIgnoreCase(ref);
            return known ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (IllegalArgumentException notOneOfOurs) {
            return OptionalInt.empty();
        }
    }
}
