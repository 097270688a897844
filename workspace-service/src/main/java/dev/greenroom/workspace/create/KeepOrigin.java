package dev.greenroom.workspace.create;

import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.origin.Origin;
import dev.greenroom.workspace.origin.OriginStore;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Keeps where a workspace comes from, in the transaction from which on its build is followed. */
@ApplicationScoped
class KeepOrigin {

    /** How far Coder's clock and ours may differ. */
    private static final Duration DIFFERENCE = Duration.ofMinutes(1);

    private final OriginStore origins;

    KeepOrigin(OriginStore origins) {
        this.origins = origins;
    }

    /** The same step, and with it the origin: but of a workspace that was there before it was asked for. */
    Step with(Step begun, Attempt<CreateWorkspace> attempt, CreatePlan plan, CoderWorkspace workspace) {
        var earliest = attempt.turn().operation().acceptedAt().minus(DIFFERENCE);
        if (!(begun instanceof Step.Following following)
                || workspace.createdAt().isBefore(earliest)) {
            return begun;
        }
        var origin = new Origin(
                workspace.id(), attempt.command(), workspace.latestBuild().id(), plan.configured());
        return new Step.Following(
                following.progress(), following.workspaceId(), following.lane(), following.delay(), () -> {
                    following.alongside().run();
                    origins.keep(origin);
                });
    }
}
