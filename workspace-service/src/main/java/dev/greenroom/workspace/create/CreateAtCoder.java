package dev.greenroom.workspace.create;

import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderNames;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.create.CreateProgress.Creating;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Creates the workspace of a plan. What is about to be sent is written down first; whenever it is not known what a
 * create did, the next thing is a look, never another create.
 */
@ApplicationScoped
class CreateAtCoder {

    private final RecogniseWorkspace recognise;
    private final FollowCreate follow;
    private final CreateTimes times;

    CreateAtCoder(RecogniseWorkspace recognise, FollowCreate follow, CreateTimes times) {
        this.recognise = recognise;
        this.follow = follow;
        this.times = times;
    }

    Step begin(Attempt<CreateWorkspace> attempt, CreatePlan plan) {
        var name = plan.names().getFirst();
        if (!CoderNames.isWorkspaceName(name)) {
            return Step.failed(
                    FailureCode.NAME_INVALID,
                    "Coder takes names of at most 32 letters, digits and single hyphens, but new and create.");
        }
        return send(attempt, plan, name);
    }

    /** Goes on where it is not known what became of the last create. */
    Step resume(Attempt<CreateWorkspace> attempt, Creating creating) {
        return look(attempt, creating, () -> send(attempt, creating.plan(), creating.name()));
    }

    private Step send(Attempt<CreateWorkspace> attempt, CreatePlan plan, String name) {
        var creating = new Creating(plan, name);
        attempt.turn().record(creating, null);
        times.sending(attempt.turn());
        return switch (attempt.coder().create(plan.requestFor(name))) {
            case Answer.Ok<CoderWorkspace>(var workspace) -> follow.begin(attempt, workspace, plan);
            // A race for a name ends in 409 or in 500, and a broken connection tells nothing.
            case Answer.Conflict<CoderWorkspace> _ -> lookAgain(attempt, creating, "the name was taken");
            case Answer.Unknown<CoderWorkspace>(var why) -> lookAgain(attempt, creating, why);
            case Answer.NotOk<CoderWorkspace> other -> StepAfter.of(other);
        };
    }

    /** What is absent now may still be under way: it rests before it is sent again. */
    private Step lookAgain(Attempt<CreateWorkspace> attempt, Creating creating, String why) {
        return look(attempt, creating, () -> Step.later(why));
    }

    private Step look(Attempt<CreateWorkspace> attempt, Creating creating, Supplier<Step> whereAbsent) {
        return switch (recognise.look(attempt, creating.plan(), creating.name())) {
            case RecogniseWorkspace.Look.Absent _ -> whereAbsent.get();
            case RecogniseWorkspace.Look.Ours(var workspace) -> follow.begin(attempt, workspace, creating.plan());
            case RecogniseWorkspace.Look.SomethingElse _ -> tryNext(attempt, creating);
            case RecogniseWorkspace.Look.Unclear(var instead) -> instead;
        };
    }

    private Step tryNext(Attempt<CreateWorkspace> attempt, Creating creating) {
        var next = creating.plan().nameAfter(creating.name());
        return next == null
                ? Step.failed(FailureCode.NAME_TAKEN, "You have another workspace named " + creating.name() + ".")
                : send(attempt, creating.plan(), next);
    }
}
