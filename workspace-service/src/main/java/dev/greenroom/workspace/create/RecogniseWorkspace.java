package dev.greenroom.workspace.create;

import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.ParameterValue;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.view.SeeWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;

/**
 * Looks whether a workspace of that name is the one that a plan makes, so that nothing is created twice: by its
 * repository, which is what makes it this entity's workspace, or without one by its template and values.
 */
@ApplicationScoped
class RecogniseWorkspace {

    sealed interface Look {

        record Absent() implements Look {}

        record Ours(CoderWorkspace workspace) implements Look {}

        record SomethingElse() implements Look {}

        /** It could not be seen, or not be told. */
        record Unclear(Step instead) implements Look {}
    }

    Look look(Attempt<CreateWorkspace> attempt, CreatePlan plan, String name) {
        return switch (attempt.coder().workspaceByName(name)) {
            case Answer.Missing<CoderWorkspace> _ -> new Look.Absent();
            case Answer.Ok<CoderWorkspace>(var workspace)
            when workspace.beingDeleted() -> new Look.Unclear(Step.later("a workspace of that name is being deleted"));
            case Answer.Ok<CoderWorkspace>(var workspace) -> judge(attempt, plan, workspace);
            case Answer.NotOk<CoderWorkspace> other -> new Look.Unclear(StepAfter.of(other));
        };
    }

    private Look judge(Attempt<CreateWorkspace> attempt, CreatePlan plan, CoderWorkspace workspace) {
        return switch (attempt.coder().buildParameters(workspace.latestBuild().id())) {
            case Answer.Ok<List<ParameterValue>>(var values) ->
                resembles(plan, workspace, values) ? new Look.Ours(workspace) : new Look.SomethingElse();
            case Answer.NotOk<List<ParameterValue>> other -> new Look.Unclear(StepAfter.of(other));
        };
    }

    private static boolean resembles(CreatePlan plan, CoderWorkspace workspace, List<ParameterValue> values) {
        return plan.repositories().isEmpty()
                ? workspace.templateName().equals(plan.templateName())
                        && new HashSet<>(values).containsAll(plan.parameters())
                : SeeWorkspace.repositoriesIn(values).containsAll(plan.repositories());
    }
}
