package dev.greenroom.workspace.create;

import dev.greenroom.contracts.WorkspaceEvent.Failure;
import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.create.CreateProgress.Building;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Lane;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.view.SeeWorkspace;
import dev.greenroom.workspace.view.ViewStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Follows the first build with a look now and then, until it has settled. */
@ApplicationScoped
class FollowBuild {

    private final SeeWorkspace see;
    private final ViewStore view;
    private final StopAfterwards stop;

    FollowBuild(SeeWorkspace see, ViewStore view, StopAfterwards stop) {
        this.see = see;
        this.view = view;
        this.stop = stop;
    }

    /** The workspace is there: from now on its build is followed, and the view shows it. */
    Step begin(Attempt attempt, CoderWorkspace workspace, CreatePlan plan) {
        var building =
                new Building(plan, workspace.id(), workspace.latestBuild().id());
        return goOn(attempt, workspace, building, FollowTimes.FIRST);
    }

    Step look(Attempt attempt, Building building) {
        return switch (attempt.coder().workspace(building.workspaceId())) {
            case Answer.Ok<CoderWorkspace>(var workspace) -> judge(attempt, building, workspace);
            case Answer.Missing<CoderWorkspace> _ -> gone(attempt, building);
            case Answer.NotOk<CoderWorkspace> other -> StepAfter.of(other);
        };
    }

    private Step judge(Attempt attempt, Building building, CoderWorkspace workspace) {
        if (workspace.latestBuild().id().equals(building.buildId())) {
            return judge(attempt, building, workspace, workspace.latestBuild());
        }
        // Somebody has begun another build since, which Coder allows once ours has settled.
        return switch (attempt.coder().build(building.buildId())) {
            case Answer.Ok<CoderWorkspace.Build>(var build) -> judge(attempt, building, workspace, build);
            case Answer.NotOk<CoderWorkspace.Build> other -> StepAfter.of(other);
        };
    }

    private Step judge(Attempt attempt, Building building, CoderWorkspace workspace, CoderWorkspace.Build build) {
        if (!build.job().settled()) {
            return goOn(attempt, workspace, building, FollowTimes.after(attempt.turn()));
        }
        if (!build.job().succeeded()) {
            return new Step.Failed(failure(build), show(attempt, workspace, building.plan()));
        }
        return building.plan().stopAfterwards() && isUntouchedSince(workspace, build)
                ? stop.send(attempt, building.plan(), workspace)
                : new Step.Succeeded(workspace.id(), show(attempt, workspace, building.plan()));
    }

    /** What its user has begun since is theirs: it is not stopped. */
    private static boolean isUntouchedSince(CoderWorkspace workspace, CoderWorkspace.Build build) {
        return workspace.latestBuild().id().equals(build.id())
                && build.transition().equals("start");
    }

    private Step goOn(Attempt attempt, CoderWorkspace workspace, Building building, Duration delay) {
        return new Step.Following(
                building, workspace.id(), Lane.of(workspace.id()), delay, show(attempt, workspace, building.plan()));
    }

    private Step gone(Attempt attempt, Building building) {
        return new Step.Failed(
                FailureCode.WORKSPACE_GONE.saying("The workspace was deleted before its first build was over."),
                () -> view.remove(attempt.deployment(), attempt.owner(), building.workspaceId()));
    }

    private Runnable show(Attempt attempt, CoderWorkspace workspace, CreatePlan plan) {
        return () -> view.show(
                attempt.deployment(), attempt.owner(), attempt.link(), see.of(workspace, plan.repositories()));
    }

    private static Failure failure(CoderWorkspace.Build build) {
        var error = build.job().error();
        return FailureCode.BUILD_FAILED.saying(
                error == null || error.isBlank()
                        ? "The build was " + build.job().status() + "."
                        : error);
    }
}
