package dev.greenroom.workspace.create;

import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Step;

/** What planning came to. */
sealed interface PlanOutcome {

    record Planned(CreatePlan plan) implements PlanOutcome {}

    /** It can't be, or not now. */
    record NotPlanned(Step instead) implements PlanOutcome {}

    static PlanOutcome failed(FailureCode code, String message) {
        return new NotPlanned(Step.failed(code, message));
    }
}
