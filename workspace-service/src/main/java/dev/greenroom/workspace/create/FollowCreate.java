package dev.greenroom.workspace.create;

import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.build.FailWithLog;
import dev.greenroom.workspace.build.FollowBuild;
import dev.greenroom.workspace.build.FollowBuild.Look;
import dev.greenroom.workspace.build.FollowTimes;
import dev.greenroom.workspace.build.ShowWorkspace;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.CoderWorkspace.Build;
import dev.greenroom.workspace.coder.Transition;
import dev.greenroom.workspace.create.CreateProgress.Building;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Lane;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Follows the first build with a look now and then, until it has settled. */
@ApplicationScoped
class FollowCreate {

    private final FollowBuild follow;
    private final ShowWorkspace show;
    private final FailWithLog fail;
    private final StopAfterwards stop;

    FollowCreate(FollowBuild follow, ShowWorkspace show, FailWithLog fail, StopAfterwards stop) {
        this.follow = follow;
        this.show = show;
        this.fail = fail;
        this.stop = stop;
    }

    /** The workspace is there: from now on its build is followed, and the view shows it. */
    Step begin(Attempt<CreateWorkspace> attempt, CoderWorkspace workspace, CreatePlan plan) {
        var building =
                new Building(plan, workspace.id(), workspace.latestBuild().id());
        return goOn(attempt, workspace, building, FollowTimes.FIRST);
    }

    Step look(Attempt<CreateWorkspace> attempt, Building building) {
        return switch (follow.look(attempt, building.workspaceId(), building.buildId())) {
            case Look.Underway(var workspace, var _) ->
                goOn(attempt, workspace, building, FollowTimes.after(attempt.turn()));
            case Look.Succeeded(var workspace, var build) -> succeeded(attempt, building, workspace, build);
            case Look.Failed(var workspace, var build) ->
                fail.step(attempt, build, shown(attempt, workspace, building.plan()));
            case Look.Gone _ ->
                new Step.Failed(
                        FailureCode.WORKSPACE_GONE.saying("The workspace was deleted before its first build was over."),
                        show.removed(attempt, building.workspaceId()));
            case Look.Unclear(var instead) -> instead;
        };
    }

    private Step succeeded(Attempt<CreateWorkspace> attempt, Building building, CoderWorkspace workspace, Build build) {
        return building.plan().stopAfterwards() && isUntouchedSince(workspace, build)
                ? stop.send(attempt, building.plan(), workspace)
                : new Step.Succeeded(workspace.id(), shown(attempt, workspace, building.plan()));
    }

    /** What its user has begun since is theirs: it is not stopped. */
    private static boolean isUntouchedSince(CoderWorkspace workspace, Build build) {
        return workspace.latestBuild().id().equals(build.id()) && build.isA(Transition.START);
    }

    private Step goOn(Attempt<CreateWorkspace> attempt, CoderWorkspace workspace, Building building, Duration delay) {
        return new Step.Following(
                building, workspace.id(), Lane.of(workspace.id()), delay, shown(attempt, workspace, building.plan()));
    }

    private Runnable shown(Attempt<CreateWorkspace> attempt, CoderWorkspace workspace, CreatePlan plan) {
        return show.shown(attempt, workspace, plan.repositories());
    }
}
