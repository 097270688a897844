package dev.greenroom.workspace.build;

import dev.greenroom.contracts.WorkspaceEvent.Failure;
import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderWorkspace.Build;
import dev.greenroom.workspace.coder.LogLine;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ends an operation whose build has failed, and keeps the build's log with it where it can be read. */
@ApplicationScoped
public class FailWithLog {

    private final BuildLogStore logs;

    FailWithLog(BuildLogStore logs) {
        this.logs = logs;
    }

    /** A log that can't be read now is tried for once more, and then the operation fails without it. */
    public Step step(Attempt<?> attempt, Build build, Runnable alongside) {
        return switch (attempt.coder().buildLog(build.id())) {
            case Answer.Ok<List<LogLine>>(var lines) ->
                failed(build, () -> {
                    alongside.run();
                    keep(attempt, lines);
                });
            case Answer.Limited<List<LogLine>> limited -> laterOrFailed(attempt, limited, build, alongside);
            case Answer.Unknown<List<LogLine>> unknown -> laterOrFailed(attempt, unknown, build, alongside);
            case Answer.NotOk<List<LogLine>> _ -> failed(build, alongside);
        };
    }

    private static Step laterOrFailed(Attempt<?> attempt, Answer.NotOk<?> answer, Build build, Runnable alongside) {
        return attempt.turn().operation().attempts() == 0 ? StepAfter.of(answer) : failed(build, alongside);
    }

    private void keep(Attempt<?> attempt, List<LogLine> lines) {
        if (!lines.isEmpty()) {
            logs.keep(attempt.command().id(), BuildLog.of(lines));
        }
    }

    private static Step failed(Build build, Runnable alongside) {
        return new Step.Failed(failure(build), alongside);
    }

    private static Failure failure(Build build) {
        if (build.job().cancelAsked()) {
            return FailureCode.BUILD_FAILED.saying("The build was canceled.");
        }
        var error = build.job().error();
        return FailureCode.BUILD_FAILED.saying(
                error == null || error.isBlank()
                        ? "The build was " + build.job().status() + "."
                        : error);
    }
}
