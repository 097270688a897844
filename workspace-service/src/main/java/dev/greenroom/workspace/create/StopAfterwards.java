package dev.greenroom.workspace.create;

import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.create.CreateProgress.Stopping;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Lane;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.view.SeeWorkspace;
import dev.greenroom.workspace.view.ViewStore;
import jakarta.enterprise.context.ApplicationScoped;

/** Stops a pre-provisioned workspace after its first build, where its entity's author wants it so. */
@ApplicationScoped
class StopAfterwards {

    private final SeeWorkspace see;
    private final ViewStore view;

    StopAfterwards(SeeWorkspace see, ViewStore view) {
        this.see = see;
        this.view = view;
    }

    Step send(Attempt attempt, CreatePlan plan, CoderWorkspace workspace) {
        var stopping =
                new Stopping(plan, workspace.id(), workspace.latestBuild().number());
        attempt.turn().record(stopping, workspace.id());
        return switch (attempt.coder().stop(workspace.id())) {
            case Answer.Ok<CoderWorkspace.Build> _ -> goOn(attempt, workspace, stopping);
            case Answer.NotOk<CoderWorkspace.Build> other -> StepAfter.of(other);
        };
    }

    /** A build later than the one that was seen is the stop, or something that its user has done since. */
    Step look(Attempt attempt, Stopping stopping) {
        return switch (attempt.coder().workspace(stopping.workspaceId())) {
            case Answer.Ok<CoderWorkspace>(var workspace)
            when workspace.latestBuild().number() == stopping.afterBuild() -> send(attempt, stopping.plan(), workspace);
            case Answer.Ok<CoderWorkspace>(var workspace)
            when !workspace.latestBuild().job().settled() -> goOn(attempt, workspace, stopping);
            case Answer.Ok<CoderWorkspace>(var workspace) ->
                new Step.Succeeded(workspace.id(), show(attempt, workspace, stopping));
            case Answer.Missing<CoderWorkspace> _ ->
                new Step.Failed(
                        FailureCode.WORKSPACE_GONE.saying("The workspace was deleted before it was stopped."),
                        () -> view.remove(attempt.deployment(), attempt.owner(), stopping.workspaceId()));
            case Answer.NotOk<CoderWorkspace> other -> StepAfter.of(other);
        };
    }

    private Step goOn(Attempt attempt, CoderWorkspace workspace, Stopping stopping) {
        return new Step.Following(
                stopping,
                workspace.id(),
                Lane.of(workspace.id()),
                FollowTimes.after(attempt.turn()),
                show(attempt, workspace, stopping));
    }

    private Runnable show(Attempt attempt, CoderWorkspace workspace, Stopping stopping) {
        return () -> view.show(
                attempt.deployment(),
                attempt.owner(),
                attempt.link(),
                see.of(workspace, stopping.plan().repositories()));
    }
}
