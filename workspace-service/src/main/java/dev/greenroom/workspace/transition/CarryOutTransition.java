package dev.greenroom.workspace.transition;

import dev.greenroom.contracts.WorkspaceCommand.TransitionWorkspace;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.build.FindWorkspace;
import dev.greenroom.workspace.build.FindWorkspace.Found;
import dev.greenroom.workspace.build.FollowTimes;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.OwnersCoderClient;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.queue.Turn;
import dev.greenroom.workspace.transition.TransitionProgress.Asking;
import dev.greenroom.workspace.transition.TransitionProgress.Building;
import dev.greenroom.workspace.transition.TransitionProgress.Deciding;
import jakarta.enterprise.context.ApplicationScoped;

/** Does the next step of a transition, from where it was left. */
@ApplicationScoped
public class CarryOutTransition {

    private final FindWorkspace find;
    private final AskForBuild ask;
    private final FollowTransition follow;
    private final EndTransition end;

    CarryOutTransition(FindWorkspace find, AskForBuild ask, FollowTransition follow, EndTransition end) {
        this.find = find;
        this.ask = ask;
        this.follow = follow;
        this.end = end;
    }

    public Step step(TransitionWorkspace command, Turn turn, OwnersCoderClient coder) {
        var attempt = new Attempt<>(command, turn, coder);
        return switch (turn.operation().progress(TransitionProgress.class).orElse(null)) {
            case null -> find(attempt, false);
            case Deciding(var stopped) -> find(attempt, stopped);
            case Asking(var asked) -> after(attempt, ask.resume(attempt, asked));
            case Building building -> after(attempt, follow.look(attempt, building));
        };
    }

    private Step find(Attempt<TransitionWorkspace> attempt, boolean stopped) {
        return switch (find.find(attempt)) {
            case Found.Theirs(var workspace) -> decide(attempt, workspace, stopped);
            case Found.Deleted _ -> end.gone(attempt);
            case Found.Not(var instead) -> instead;
        };
    }

    private Step after(Attempt<TransitionWorkspace> attempt, Advance advance) {
        return switch (advance) {
            case Advance.Halfway(var workspace) -> decide(attempt, workspace, true);
            case Advance.Ended(var step) -> step;
        };
    }

    private Step decide(Attempt<TransitionWorkspace> attempt, CoderWorkspace workspace, boolean stopped) {
        if (!workspace.latestBuild().job().settled()) {
            return new Step.Later(FollowTimes.after(attempt.turn()), "another build of the workspace is under way");
        }
        return NextBuild.of(attempt.command(), workspace, stopped)
                .map(next -> ask.send(attempt, workspace, next))
                .orElseGet(() -> end.done(attempt, workspace));
    }
}
