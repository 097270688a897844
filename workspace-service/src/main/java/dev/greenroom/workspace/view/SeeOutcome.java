package dev.greenroom.workspace.view;

import dev.greenroom.workspace.queue.Step;

/** What looking at a workspace as a whole came to. */
public sealed interface SeeOutcome {

    record Seen(SeenWorkspace seen) implements SeeOutcome {}

    /** Its parameters could not be read. */
    record NotSeen(Step instead) implements SeeOutcome {}
}
