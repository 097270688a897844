package dev.greenroom.workspace.queue;

import dev.greenroom.contracts.WorkspaceEvent.Failure;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.operation.Progress;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a turn came to. {@code alongside} is written in the transaction that ends the turn, so that it is there exactly
 * when the turn counts; it does not run for a turn that was lost.
 */
public sealed interface Step {

    /** Not now: Coder is away or asks for patience. It comes again, and longer each time where no time is given. */
    record Later(@Nullable Duration delay, String why) implements Step {}

    /**
     * It may not be begun now, by somebody's word: it rests, in nobody's way, and has the whole of its time again.
     *
     * @param time from now to its new deadline
     */
    record Held(Duration rest, Duration time, String why) implements Step {}

    /** Coder refused the token that was lent. */
    record TokenRefused() implements Step {}

    /**
     * Something was begun, and is followed from now on: a look now and then, which holds no turn in between.
     *
     * @param lane what keeps its order from now on
     */
    record Following(Progress progress, UUID workspaceId, String lane, Duration delay, Runnable alongside)
            implements Step {}

    record Succeeded(@Nullable UUID workspaceId, Runnable alongside) implements Step {}

    record Failed(Failure failure, Runnable alongside) implements Step {}

    static Step later(String why) {
        return new Later(null, why);
    }

    static Step failed(FailureCode code, String message) {
        return new Failed(code.saying(message), () -> {});
    }
}
