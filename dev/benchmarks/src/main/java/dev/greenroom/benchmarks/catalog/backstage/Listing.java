package dev.greenroom.benchmarks.catalog.backstage;

import dev.greenroom.contracts.EntityRef;
import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * Which entities there are, by their numbers: group 0 and the twentieth of all that it owns, then a group, the 100
 * components that it owns, the next group and so on; and at which position each is listed. Backstage lists by uid, which
 * is random, so that names come in no order.
 */
final class Listing {
    private static final int OWNED = 100;
    private static final int BLOCK = OWNED + 1;
    /** As a company has it whose whole legacy is one team's. */
    private static final int LARGEST_SHARE = 20;
    /** Of a block's components, each so many-th has a {@code spec.coder}. */
    private static final int CODER_EVERY = 10;

    private static final int CODERS = OWNED / CODER_EVERY;
    /** A prime above any size, so that no number comes twice. */
    private static final long STEP = Integer.MAX_VALUE;

    private final int size;
    private final int endOfLargest;
    private final long stepBack;

    /** @param size two blocks at least */
    Listing(int size) {
        if (size < 2 * BLOCK) {
            throw new IllegalArgumentException("a catalog of " + size + " is too small");
        }
        this.size = size;
        this.endOfLargest = Math.max(BLOCK, size / LARGEST_SHARE);
        this.stepBack =
                BigInteger.valueOf(STEP).modInverse(BigInteger.valueOf(size)).longValueExact();
    }

    int size() {
        return size;
    }

    int count(Kind kind) {
        int groups = 1 + (size - endOfLargest + BLOCK - 1) / BLOCK;
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
        return number == groupOf(number) ? Kind.GROUP : Kind.COMPONENT;
    }

    int ownerOf(int component) {
        return groupOf(component);
    }

    private int groupOf(int number) {
        return number < endOfLargest ? 0 : number - (number - endOfLargest) % BLOCK;
    }

    /** The number after the last component that a group owns. */
    int endOf(int group) {
        return group == 0 ? endOfLargest : Math.min(group + BLOCK, size);
    }

    boolean hasCoder(int component) {
        return (component - groupOf(component)) % CODER_EVERY == 0;
    }

    /** Of those components that have a {@code spec.coder}, one after the other, each of another group. */
    int withCoder(int index) {
        return group(index) + (index / blocks() % CODERS + 1) * CODER_EVERY;
    }

    /** Groups, one after the other, without the largest. */
    int group(int index) {
        return endOfLargest + index % blocks() * BLOCK;
    }

    private int blocks() {
        return (size - endOfLargest) / BLOCK;
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
