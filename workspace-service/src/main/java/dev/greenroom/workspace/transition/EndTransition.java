package dev.greenroom.workspace.transition;

import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.TransitionWorkspace;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.build.ShowWorkspace;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;

/** How a transition ends by what the workspace is, and what the view shows then. */
@ApplicationScoped
class EndTransition {

    private final ShowWorkspace show;

    EndTransition(ShowWorkspace show) {
        this.show = show;
    }

    /** The workspace is as it was wanted. */
    Step done(Attempt<TransitionWorkspace> attempt, CoderWorkspace workspace) {
        return show.alongside(attempt, workspace, shown -> new Step.Succeeded(workspace.id(), shown));
    }

    /** It is there no longer: by this command, or by somebody else. */
    Step gone(Attempt<TransitionWorkspace> attempt) {
        var workspaceId = attempt.command().workspaceId();
        var removed = show.removed(attempt, workspaceId);
        return attempt.command() instanceof DeleteWorkspace
                ? new Step.Succeeded(workspaceId, removed)
                : new Step.Failed(FailureCode.WORKSPACE_GONE.saying("The workspace was deleted."), removed);
    }

    /** Somebody has done something else to it since, and it can't be told whether what was wanted came before that. */
    Step changed(Attempt<TransitionWorkspace> attempt, CoderWorkspace workspace) {
        return show.alongside(
                attempt,
                workspace,
                shown -> new Step.Failed(
                        FailureCode.WORKSPACE_CHANGED.saying(
                                "Somebody has changed the workspace since, while it was not"
                                        + " known what had become of this. Look at it, and ask again where it is still wanted."),
                        shown));
    }
}
