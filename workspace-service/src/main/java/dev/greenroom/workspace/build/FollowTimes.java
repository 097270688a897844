package dev.greenroom.workspace.build;

import dev.greenroom.workspace.queue.Turn;
import java.time.Duration;

/** When to look again: soon at first, since small templates are quick, and then at a quarter of the command's age. */
public final class FollowTimes {

    public static final Duration FIRST = Duration.ofMillis(200);

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int PART = 4;

    private FollowTimes() {}

    public static Duration after(Turn turn) {
        var part =
                Duration.between(turn.operation().acceptedAt(), turn.begunAt()).dividedBy(PART);
        if (part.compareTo(FIRST) < 0) {
            return FIRST;
        }
        return part.compareTo(LONGEST) > 0 ? LONGEST : part;
    }
}
