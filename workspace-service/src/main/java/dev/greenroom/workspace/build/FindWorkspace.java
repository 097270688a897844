package dev.greenroom.workspace.build;

import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderUser;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Finds the workspace that a command names. It has to be the owner's own: an administrator of Coder sees others', too,
 * and nothing is done to them here.
 */
@ApplicationScoped
public class FindWorkspace {

    public sealed interface Found {

        record Theirs(CoderWorkspace workspace) implements Found {}

        /** It was there, and was deleted. */
        record Deleted() implements Found {}

        /** There is none of that owner's, or it could not be seen. */
        record Not(Step instead) implements Found {}
    }

    private final ShowWorkspace show;

    FindWorkspace(ShowWorkspace show) {
        this.show = show;
    }

    public <C extends OfWorkspace> Found find(Attempt<C> attempt) {
        return switch (attempt.coder().workspace(attempt.command().workspaceId())) {
            case Answer.Ok<CoderWorkspace>(var workspace) -> judge(attempt, workspace);
            case Answer.Missing<CoderWorkspace>(var _, var deleted) -> deleted ? new Found.Deleted() : none(attempt);
            case Answer.NotOk<CoderWorkspace> other -> new Found.Not(StepAfter.of(other));
        };
    }

    /** What the view shows was seen to be theirs, by the same link: Coder is asked who they are for another only. */
    private <C extends OfWorkspace> Found judge(Attempt<C> attempt, CoderWorkspace workspace) {
        if (show.shows(attempt, workspace.id())) {
            return new Found.Theirs(workspace);
        }
        return switch (attempt.coder().me()) {
            case Answer.Ok<CoderUser>(var me) ->
                workspace.ownerId().equals(me.id()) ? new Found.Theirs(workspace) : none(attempt);
            case Answer.NotOk<CoderUser> other -> new Found.Not(StepAfter.of(other));
        };
    }

    private <C extends OfWorkspace> Found none(Attempt<C> attempt) {
        return new Found.Not(new Step.Failed(
                FailureCode.WORKSPACE_NOT_FOUND.saying("Coder knows no such workspace of yours."),
                show.removed(attempt, attempt.command().workspaceId())));
    }
}
