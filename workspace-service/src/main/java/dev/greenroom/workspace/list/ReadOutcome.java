package dev.greenroom.workspace.list;

import dev.greenroom.workspace.queue.Step;

/** What reading an owner's workspaces came to. */
public sealed interface ReadOutcome {

    /** @param show brings the view up to date; to be run in a transaction */
    record Read(Runnable show) implements ReadOutcome {}

    record NotRead(Step instead) implements ReadOutcome {}
}
