package dev.greenroom.workspace.create;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.RichParameter;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.coder.Template;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Checks names of parameters against the template: Coder drops one that it does not know without a word. */
@ApplicationScoped
class CheckParameters {

    sealed interface Checked {

        record Sound() implements Checked {}

        record Unsound(Step instead) implements Checked {}
    }

    private static final int VERSIONS = 1000;

    /** A version never changes. That the user may use it was seen before, when the template was read. */
    private final Cache<UUID, List<RichParameter>> byVersion =
            Caffeine.newBuilder().maximumSize(VERSIONS).build();

    Checked check(Attempt<CreateWorkspace> attempt, Template template, ChosenValues values) {
        var known = byVersion.getIfPresent(template.activeVersionId());
        if (known != null) {
            return check(known, template, values);
        }
        return switch (attempt.coder().richParameters(template.activeVersionId())) {
            case Answer.Ok<List<RichParameter>>(var parameters) -> {
                byVersion.put(template.activeVersionId(), parameters);
                yield check(parameters, template, values);
            }
            case Answer.NotOk<List<RichParameter>> other -> new Checked.Unsound(StepAfter.of(other));
        };
    }

    private static Checked check(List<RichParameter> parameters, Template template, ChosenValues values) {
        var names = parameters.stream().map(RichParameter::name).collect(toSet());
        var unknown = values.sent().keySet().stream()
                .filter(name -> !names.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            return unsound(FailureCode.PARAMETER_UNKNOWN, template, "has no parameter", unknown);
        }
        var missing = parameters.stream()
                .filter(RichParameter::required)
                .map(RichParameter::name)
                .filter(name -> !values.effective().containsKey(name))
                .toList();
        return missing.isEmpty()
                ? new Checked.Sound()
                : unsound(FailureCode.PARAMETER_MISSING, template, "requires the parameter", missing);
    }

    private static Checked unsound(FailureCode code, Template template, String lacks, List<String> names) {
        var message = "The template " + template.name() + " " + lacks + " "
                + names.stream().sorted().collect(joining(", ")) + ".";
        return new Checked.Unsound(Step.failed(code, message));
    }
}
