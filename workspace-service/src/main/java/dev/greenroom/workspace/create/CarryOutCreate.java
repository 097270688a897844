package dev.greenroom.workspace.create;

import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.coder.OwnersCoderClient;
import dev.greenroom.workspace.create.CreateProgress.Building;
import dev.greenroom.workspace.create.CreateProgress.Creating;
import dev.greenroom.workspace.create.CreateProgress.Stopping;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.queue.Turn;
import jakarta.enterprise.context.ApplicationScoped;

/** Does the next step of a create, from where it was left. */
@ApplicationScoped
public class CarryOutCreate {

    private final ChooseConfiguration choose;
    private final SkipOwned skip;
    private final PlanCreate planCreate;
    private final CreateAtCoder create;
    private final FollowCreate follow;
    private final StopAfterwards stop;

    CarryOutCreate(
            ChooseConfiguration choose,
            SkipOwned skip,
            PlanCreate planCreate,
            CreateAtCoder create,
            FollowCreate follow,
            StopAfterwards stop) {
        this.choose = choose;
        this.skip = skip;
        this.planCreate = planCreate;
        this.create = create;
        this.follow = follow;
        this.stop = stop;
    }

    public Step step(CreateWorkspace command, Turn turn, OwnersCoderClient coder) {
        var attempt = new Attempt<>(command, turn, coder);
        return switch (attempt.turn().operation().progress(CreateProgress.class).orElse(null)) {
            case null -> begin(attempt);
            case Creating creating -> create.resume(attempt, creating);
            case Building building -> follow.look(attempt, building);
            case Stopping stopping -> stop.look(attempt, stopping);
        };
    }

    private Step begin(Attempt<CreateWorkspace> attempt) {
        return switch (choose.forCommand(attempt.command())) {
            case ChooseConfiguration.Choice.Unusable(var instead) -> instead;
            case ChooseConfiguration.Choice.Usable(var published) ->
                skip.ifOwned(attempt, published).orElseGet(() -> begin(attempt, published));
        };
    }

    private Step begin(Attempt<CreateWorkspace> attempt, Published published) {
        return switch (planCreate.plan(attempt, published)) {
            case PlanOutcome.Planned(var plan) -> create.begin(attempt, plan);
            case PlanOutcome.NotPlanned(var instead) -> instead;
        };
    }
}
