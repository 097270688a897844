package dev.greenroom.workspace.build;

import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.CoderWorkspace.Build;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Looks how far a build is, whether or not it is its workspace's latest. */
@ApplicationScoped
public class FollowBuild {

    /** In each of them the workspace is as it is now: its latest build may be another. */
    public sealed interface Look {

        record Underway(CoderWorkspace workspace, Build build) implements Look {}

        record Succeeded(CoderWorkspace workspace, Build build) implements Look {}

        /** Or it was canceled. */
        record Failed(CoderWorkspace workspace, Build build) implements Look {}

        /** The workspace was deleted. */
        record Gone() implements Look {}

        record Unclear(Step instead) implements Look {}
    }

    public Look look(Attempt<?> attempt, UUID workspaceId, UUID buildId) {
        return switch (attempt.coder().workspace(workspaceId)) {
            case Answer.Ok<CoderWorkspace>(var workspace) -> look(attempt, workspace, buildId);
            case Answer.Missing<CoderWorkspace> _ -> new Look.Gone();
            case Answer.NotOk<CoderWorkspace> other -> new Look.Unclear(StepAfter.of(other));
        };
    }

    /** The same where the workspace has been looked at already. */
    public Look look(Attempt<?> attempt, CoderWorkspace workspace, UUID buildId) {
        if (workspace.latestBuild().id().equals(buildId)) {
            return judge(workspace, workspace.latestBuild());
        }
        // Somebody has begun another build since, which Coder allows once this one has settled.
        return switch (attempt.coder().build(buildId)) {
            case Answer.Ok<Build>(var build) -> judge(workspace, build);
            case Answer.NotOk<Build> other -> new Look.Unclear(StepAfter.of(other));
        };
    }

    private static Look judge(CoderWorkspace workspace, Build build) {
        if (!build.job().settled()) {
            return new Look.Underway(workspace, build);
        }
        return build.job().succeeded() ? new Look.Succeeded(workspace, build) : new Look.Failed(workspace, build);
    }
}
