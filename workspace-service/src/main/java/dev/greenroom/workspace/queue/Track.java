package dev.greenroom.workspace.queue;

import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;

/** An owner's queue has two tracks, which do not wait for each other. */
public enum Track {
    /** What changes something at Coder. */
    WORK,
    /** What only reads there: it waits behind nobody's build. */
    LISTS;

    public static Track of(WorkspaceCommand command) {
        return switch (command) {
            case CreateWorkspace _, OfWorkspace _ -> WORK;
            case ListWorkspaces _ -> LISTS;
        };
    }
}
