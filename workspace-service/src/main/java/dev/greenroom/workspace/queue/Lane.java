package dev.greenroom.workspace.queue;

import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.CancelBuild;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.contracts.WorkspaceCommand.TransitionWorkspace;
import java.util.UUID;

/** What keeps its order: commands of one owner's lane are done one after the other, those of others pass. */
public final class Lane {

    private Lane() {}

    public static String of(WorkspaceCommand command) {
        return switch (command) {
            // Until it exists, a workspace is known by the entity that it is for.
            case CreateWorkspace create -> create.entityRef().toString();
            case ListWorkspaces _ -> "lists";
            case TransitionWorkspace transition -> of(transition.workspaceId());
            // It would wait behind the build that it is to cancel.
            case CancelBuild cancel -> ofCancels(cancel.workspaceId());
        };
    }

    public static String of(UUID workspaceId) {
        return "workspace " + workspaceId;
    }

    public static String ofCancels(UUID workspaceId) {
        return "cancels of workspace " + workspaceId;
    }
}
