package dev.greenroom.workspace.cancel;

import dev.greenroom.contracts.WorkspaceCommand.CancelBuild;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.build.FindWorkspace;
import dev.greenroom.workspace.build.FindWorkspace.Found;
import dev.greenroom.workspace.build.FollowBuild;
import dev.greenroom.workspace.build.FollowBuild.Look;
import dev.greenroom.workspace.build.FollowTimes;
import dev.greenroom.workspace.build.ShowWorkspace;
import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderMessage;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.CoderWorkspace.Build;
import dev.greenroom.workspace.coder.OwnersCoderClient;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Lane;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.queue.Turn;
import jakarta.enterprise.context.ApplicationScoped;

/** Does the next step of a cancel, from where it was left. */
@ApplicationScoped
public class CarryOutCancel {
    private static final String OVER = "The build was over before it could be canceled.";

    private final FindWorkspace find;
    private final FollowBuild follow;
    private final ShowWorkspace show;

    CarryOutCancel(FindWorkspace find, FollowBuild follow, ShowWorkspace show) {
        this.find = find;
        this.follow = follow;
        this.show = show;
    }

    public Step step(CancelBuild command, Turn turn, OwnersCoderClient coder) {
        var attempt = new Attempt<>(command, turn, coder);
        return turn.operation()
                .progress(CancelProgress.class)
                .map(progress -> resume(attempt, progress))
                .orElseGet(() -> begin(attempt));
    }

    private Step begin(Attempt<CancelBuild> attempt) {
        return switch (find.find(attempt)) {
            case Found.Theirs(var workspace) -> begin(attempt, workspace);
            case Found.Deleted _ -> gone(attempt);
            case Found.Not(var instead) -> instead;
        };
    }

    private Step begin(Attempt<CancelBuild> attempt, CoderWorkspace workspace) {
        var build = workspace.latestBuild();
        if (build.job().settled()) {
            return nothing(attempt, workspace, "No build of the workspace is under way.");
        }
        var progress = new CancelProgress(build.id());
        attempt.turn().record(progress, workspace.id());
        return underway(attempt, workspace, build, progress);
    }

    private Step resume(Attempt<CancelBuild> attempt, CancelProgress progress) {
        return switch (look(attempt, progress)) {
            case Look.Underway(var workspace, var build) -> underway(attempt, workspace, build, progress);
            case Look.Succeeded(var workspace, var _) -> nothing(attempt, workspace, OVER);
            case Look.Failed(var workspace, var build) -> ended(attempt, workspace, build);
            case Look.Gone _ -> gone(attempt);
            case Look.Unclear(var instead) -> instead;
        };
    }

    private Step underway(
            Attempt<CancelBuild> attempt, CoderWorkspace workspace, Build build, CancelProgress progress) {
        return build.job().cancelAsked()
                ? show.alongside(attempt, workspace, shown -> goOn(attempt, progress, shown))
                : cancel(attempt, progress);
    }

    private Step cancel(Attempt<CancelBuild> attempt, CancelProgress progress) {
        return switch (attempt.coder().cancel(progress.buildId())) {
            case Answer.Ok<CoderMessage> _ -> goOn(attempt, progress, () -> {});
            case Answer.Refused<CoderMessage> refused -> refused(attempt, progress, refused);
            case Answer.NotOk<CoderMessage> other -> StepAfter.of(other);
        };
    }

    /** Either the build has ended in between, or somebody else has canceled it, or the template does not let its users. */
    private Step refused(Attempt<CancelBuild> attempt, CancelProgress progress, Answer.Refused<CoderMessage> refused) {
        return look(attempt, progress) instanceof Look.Underway(var _, var build)
                        && !build.job().cancelAsked()
                ? StepAfter.of(refused)
                : Step.later("Coder says of the cancel: " + refused.message());
    }

    private Look look(Attempt<CancelBuild> attempt, CancelProgress progress) {
        return follow.look(attempt, attempt.command().workspaceId(), progress.buildId());
    }

    private Step ended(Attempt<CancelBuild> attempt, CoderWorkspace workspace, Build build) {
        return build.job().cancelAsked()
                ? show.alongside(attempt, workspace, shown -> new Step.Succeeded(workspace.id(), shown))
                : nothing(attempt, workspace, OVER);
    }

    private Step nothing(Attempt<CancelBuild> attempt, CoderWorkspace workspace, String message) {
        return show.alongside(
                attempt, workspace, shown -> new Step.Failed(FailureCode.NOTHING_TO_CANCEL.saying(message), shown));
    }

    private Step gone(Attempt<CancelBuild> attempt) {
        return new Step.Failed(
                FailureCode.WORKSPACE_GONE.saying("The workspace was deleted."),
                show.removed(attempt, attempt.command().workspaceId()));
    }

    private static Step goOn(Attempt<CancelBuild> attempt, CancelProgress progress, Runnable alongside) {
        var workspaceId = attempt.command().workspaceId();
        return new Step.Following(
                progress, workspaceId, Lane.ofCancels(workspaceId), FollowTimes.after(attempt.turn()), alongside);
    }
}
