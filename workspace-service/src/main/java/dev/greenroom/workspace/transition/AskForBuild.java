package dev.greenroom.workspace.transition;

import dev.greenroom.contracts.WorkspaceCommand.TransitionWorkspace;
import dev.greenroom.workspace.build.AskedBuild;
import dev.greenroom.workspace.build.AskedBuild.Found;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.build.FollowTimes;
import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.CoderWorkspace.Build;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.coder.Transition;
import dev.greenroom.workspace.queue.Lane;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.transition.TransitionProgress.Asking;
import dev.greenroom.workspace.transition.TransitionProgress.Building;
import dev.greenroom.workspace.transition.TransitionProgress.Deciding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Asks Coder for a build. What is about to be asked for is written down first; whenever it is not known what became of
 * it, the next thing is a look, never another build.
 */
@ApplicationScoped
class AskForBuild {

    private final FollowTransition follow;
    private final EndTransition end;

    AskForBuild(FollowTransition follow, EndTransition end) {
        this.follow = follow;
        this.end = end;
    }

    /** @param workspace as it was looked at in this turn */
    Step send(Attempt<TransitionWorkspace> attempt, CoderWorkspace workspace, NextBuild next) {
        var asked = new AskedBuild(next.transition(), workspace.latestBuild().number(), next.templateVersionId());
        attempt.turn().record(new Asking(asked), workspace.id());
        return switch (attempt.coder().begin(workspace.id(), asked.transition(), asked.templateVersionId())) {
            case Answer.Ok<Build>(var build) -> begun(attempt, new Building(asked.transition(), build.id()));
            case Answer.Unknown<Build>(var why) -> lookAgain(attempt, asked, why);
            case Answer.Missing<Build> _ -> end.gone(attempt);
            case Answer.Refused<Build> refused -> StepAfter.of(refused);
            case Answer.NotOk<Build> other -> nothingBegun(attempt, asked, other);
        };
    }

    /** Goes on where it is not known what became of the last build that was asked for. */
    Advance resume(Attempt<TransitionWorkspace> attempt, AskedBuild asked) {
        var again = new NextBuild(asked.transition(), asked.templateVersionId());
        return look(attempt, asked, workspace -> send(attempt, workspace, again));
    }

    private static Step begun(Attempt<TransitionWorkspace> attempt, Building building) {
        var workspaceId = attempt.command().workspaceId();
        return new Step.Following(building, workspaceId, Lane.of(workspaceId), FollowTimes.FIRST, () -> {});
    }

    /** What has not begun now may still be under way: it rests before it is asked for again. */
    private Step lookAgain(Attempt<TransitionWorkspace> attempt, AskedBuild asked, String why) {
        return switch (look(attempt, asked, _ -> Step.later(why))) {
            case Advance.Ended(var step) -> step;
            // Its other half takes the next turn.
            case Advance.Halfway _ -> Step.later(why);
        };
    }

    private Advance look(
            Attempt<TransitionWorkspace> attempt, AskedBuild asked, Function<CoderWorkspace, Step> whereNotBegun) {
        return switch (attempt.coder().workspace(attempt.command().workspaceId())) {
            case Answer.Ok<CoderWorkspace>(var workspace) ->
                switch (asked.in(workspace)) {
                    case Found.NotBegun _ -> new Advance.Ended(whereNotBegun.apply(workspace));
                    case Found.Ours(var build) ->
                        ours(attempt, workspace, new Building(asked.transition(), build.id()));
                    case Found.SomethingElse _ -> new Advance.Ended(end.changed(attempt, workspace));
                };
            case Answer.Missing<CoderWorkspace> _ -> new Advance.Ended(end.gone(attempt));
            case Answer.NotOk<CoderWorkspace> other -> new Advance.Ended(StepAfter.of(other));
        };
    }

    /** Written down at once: a later build than this one is no reason to doubt any more that it was ours. */
    private Advance ours(Attempt<TransitionWorkspace> attempt, CoderWorkspace workspace, Building building) {
        attempt.turn().record(building, workspace.id());
        return follow.look(attempt, workspace, building);
    }

    /** Coder has refused it in a way that leaves no doubt: what others do meanwhile is not taken for it. */
    private static Step nothingBegun(
            Attempt<TransitionWorkspace> attempt, AskedBuild asked, Answer.NotOk<Build> answer) {
        var stopped = asked.transition() == Transition.START;
        attempt.turn().record(new Deciding(stopped), attempt.command().workspaceId());
        return StepAfter.of(answer);
    }
}
