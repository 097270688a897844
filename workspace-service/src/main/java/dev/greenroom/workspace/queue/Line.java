package dev.greenroom.workspace.queue;

import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;

/** An owner's queue has two lines, which do not wait for each other. */
public enum Line {
    /** What changes something at Coder. */
    WORK,
    /** What only reads there: it waits behind nobody's build. */
    LISTS;

    public static Line of(WorkspaceCommand command) {
        return switch (command) {
            case CreateWorkspace _ -> WORK;
            case ListWorkspaces _ -> LISTS;
        };
    }
}
