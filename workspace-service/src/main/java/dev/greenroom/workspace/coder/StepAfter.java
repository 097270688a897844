package dev.greenroom.workspace.coder;

import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Step;

/** What a turn comes to when Coder does not give what was asked for, and the deed has no better answer. */
public final class StepAfter {

    private StepAfter() {}

    public static Step of(Answer.NotOk<?> answer) {
        return switch (answer) {
            case Answer.TokenRefused<?> _ -> new Step.TokenRefused();
            case Answer.Limited<?>(var retryAfter) -> new Step.Later(retryAfter, "Coder limits the rate");
            case Answer.Unknown<?>(var why) -> Step.later(why);
            case Answer.Conflict<?>(var message) -> Step.later("Coder is busy with it: " + message);
            case Answer.Missing<?>(var message, var _) -> Step.failed(FailureCode.CODER_REFUSED, "Coder: " + message);
            case Answer.Refused<?>(var _, var message) -> Step.failed(FailureCode.CODER_REFUSED, "Coder: " + message);
        };
    }
}
