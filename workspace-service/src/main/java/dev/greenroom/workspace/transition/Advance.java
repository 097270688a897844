package dev.greenroom.workspace.transition;

import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.queue.Step;

/** How a transition has got on by one look. */
sealed interface Advance {

    /** The stop of a restart or an update is over, and what follows it can begin. */
    record Halfway(CoderWorkspace workspace) implements Advance {}

    /** The turn has come to its end. */
    record Ended(Step step) implements Advance {}
}
