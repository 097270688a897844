package dev.greenroom.workspace.transition;

import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.TransitionWorkspace;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.build.FailWithLog;
import dev.greenroom.workspace.build.FollowBuild;
import dev.greenroom.workspace.build.FollowBuild.Look;
import dev.greenroom.workspace.build.FollowTimes;
import dev.greenroom.workspace.build.ShowWorkspace;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.queue.Lane;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.transition.TransitionProgress.Building;
import jakarta.enterprise.context.ApplicationScoped;

/** Follows a build with a look now and then, until it has settled. */
@ApplicationScoped
class FollowTransition {

    private final FollowBuild follow;
    private final ShowWorkspace show;
    private final FailWithLog fail;
    private final EndTransition end;

    FollowTransition(FollowBuild follow, ShowWorkspace show, FailWithLog fail, EndTransition end) {
        this.follow = follow;
        this.show = show;
        this.fail = fail;
        this.end = end;
    }

    Advance look(Attempt<TransitionWorkspace> attempt, Building building) {
        return judge(attempt, building, follow.look(attempt, attempt.command().workspaceId(), building.buildId()));
    }

    /** The same where the workspace has been looked at already. */
    Advance look(Attempt<TransitionWorkspace> attempt, CoderWorkspace workspace, Building building) {
        return judge(attempt, building, follow.look(attempt, workspace, building.buildId()));
    }

    private Advance judge(Attempt<TransitionWorkspace> attempt, Building building, Look look) {
        return switch (look) {
            case Look.Underway(var workspace, var _) -> new Advance.Ended(goOn(attempt, workspace, building));
            case Look.Succeeded(var workspace, var _) -> succeeded(attempt, workspace, building);
            case Look.Failed(var workspace, var build) ->
                new Advance.Ended(show.alongside(attempt, workspace, shown -> fail.step(attempt, build, shown)));
            case Look.Gone _ -> new Advance.Ended(end.gone(attempt));
            case Look.Unclear(var instead) -> new Advance.Ended(instead);
        };
    }

    private Advance succeeded(Attempt<TransitionWorkspace> attempt, CoderWorkspace workspace, Building building) {
        if (!NextBuild.isLast(attempt.command(), building.transition())) {
            return new Advance.Halfway(workspace);
        }
        return new Advance.Ended(
                attempt.command() instanceof DeleteWorkspace ? end.gone(attempt) : end.done(attempt, workspace));
    }

    private Step goOn(Attempt<TransitionWorkspace> attempt, CoderWorkspace workspace, Building building) {
        return show.alongside(
                attempt,
                workspace,
                shown -> new Step.Following(
                        building, workspace.id(), Lane.of(workspace.id()), FollowTimes.after(attempt.turn()), shown));
    }
}
