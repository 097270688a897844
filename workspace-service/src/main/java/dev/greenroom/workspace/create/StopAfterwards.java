package dev.greenroom.workspace.create;

import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.build.AskedBuild;
import dev.greenroom.workspace.build.AskedBuild.Found;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.build.FollowTimes;
import dev.greenroom.workspace.build.ShowWorkspace;
import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.CoderWorkspace.Build;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.coder.Transition;
import dev.greenroom.workspace.create.CreateProgress.Stopping;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Lane;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;

/** Stops a pre-provisioned workspace after its first build, where its entity's author wants it so. */
@ApplicationScoped
class StopAfterwards {

    private final ShowWorkspace show;

    StopAfterwards(ShowWorkspace show) {
        this.show = show;
    }

    Step send(Attempt<CreateWorkspace> attempt, CreatePlan plan, CoderWorkspace workspace) {
        var stopping =
                new Stopping(plan, workspace.id(), workspace.latestBuild().number());
        attempt.turn().record(stopping, workspace.id());
        return switch (attempt.coder().begin(workspace.id(), Transition.STOP, null)) {
            case Answer.Ok<Build> _ -> goOn(attempt, workspace, stopping);
            case Answer.NotOk<Build> other -> StepAfter.of(other);
        };
    }

    /** What is neither the build before nor the stop its user has begun since: then the workspace is theirs to stop. */
    Step look(Attempt<CreateWorkspace> attempt, Stopping stopping) {
        return switch (attempt.coder().workspace(stopping.workspaceId())) {
            case Answer.Ok<CoderWorkspace>(var workspace) -> judge(attempt, stopping, workspace);
            case Answer.Missing<CoderWorkspace> _ ->
                new Step.Failed(
                        FailureCode.WORKSPACE_GONE.saying("The workspace was deleted before it was stopped."),
                        show.removed(attempt, stopping.workspaceId()));
            case Answer.NotOk<CoderWorkspace> other -> StepAfter.of(other);
        };
    }

    private Step judge(Attempt<CreateWorkspace> attempt, Stopping stopping, CoderWorkspace workspace) {
        return switch (new AskedBuild(Transition.STOP, stopping.afterBuild(), null).in(workspace)) {
            case Found.NotBegun _ -> send(attempt, stopping.plan(), workspace);
            case Found.Ours(var build) ->
                build.job().settled() ? done(attempt, stopping, workspace) : goOn(attempt, workspace, stopping);
            case Found.SomethingElse _ -> done(attempt, stopping, workspace);
        };
    }

    private Step done(Attempt<CreateWorkspace> attempt, Stopping stopping, CoderWorkspace workspace) {
        return new Step.Succeeded(workspace.id(), shown(attempt, workspace, stopping));
    }

    private Step goOn(Attempt<CreateWorkspace> attempt, CoderWorkspace workspace, Stopping stopping) {
        return new Step.Following(
                stopping,
                workspace.id(),
                Lane.of(workspace.id()),
                FollowTimes.after(attempt.turn()),
                shown(attempt, workspace, stopping));
    }

    private Runnable shown(Attempt<CreateWorkspace> attempt, CoderWorkspace workspace, Stopping stopping) {
        return show.shown(attempt, workspace, stopping.plan().repositories());
    }
}
