package dev.greenroom.workspace.create;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderNames;
import dev.greenroom.workspace.coder.Preset;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.coder.Template;
import dev.greenroom.workspace.create.CheckParameters.Checked;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.view.SeeWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a configuration: the template found by name, its parameters checked, its preset resolved. */
@ApplicationScoped
class PlanCreate {

    private static final String DEFAULT_ORGANIZATION = "default";

    private final CheckParameters parameters;

    PlanCreate(CheckParameters parameters) {
        this.parameters = parameters;
    }

    PlanOutcome plan(Attempt<CreateWorkspace> attempt, Published published) {
        var config = published.config();
        var organization = config.organization() == null ? DEFAULT_ORGANIZATION : config.organization();
        var name = String.valueOf(config.templateName());
        // Both are an author's words and become parts of a path.
        if (!CoderNames.isName(organization) || !CoderNames.isName(name)) {
            return noTemplate(organization, name);
        }
        return switch (attempt.coder().template(organization, name)) {
            case Answer.Ok<Template>(var template) -> plan(attempt, config, template);
            case Answer.Missing<Template> _ -> noTemplate(organization, name);
            case Answer.NotOk<Template> other -> new PlanOutcome.NotPlanned(StepAfter.of(other));
        };
    }

    private PlanOutcome plan(Attempt<CreateWorkspace> attempt, CoderConfig config, Template template) {
        var wanted = config.preset();
        if (wanted == null) {
            return plan(attempt, config, template, null);
        }
        return switch (attempt.coder().presets(template.activeVersionId())) {
            case Answer.Ok<List<Preset>>(var presets) ->
                presets.stream()
                        .filter(preset -> preset.name().equals(wanted))
                        .findFirst()
                        .map(preset -> plan(attempt, config, template, preset))
                        .orElseGet(() -> noPreset(template, wanted));
            case Answer.NotOk<List<Preset>> other -> new PlanOutcome.NotPlanned(StepAfter.of(other));
        };
    }

    private PlanOutcome plan(
            Attempt<CreateWorkspace> attempt, CoderConfig config, Template template, @Nullable Preset preset) {
        var values = ChosenValues.of(config, attempt.command(), preset);
        return switch (parameters.check(attempt, template, values)) {
            case Checked.Sound _ ->
                new PlanOutcome.Planned(new CreatePlan(
                        names(attempt.command()),
                        template.name(),
                        template.activeVersionId(),
                        values.presetId(),
                        values.parameters(),
                        SeeWorkspace.repositoriesIn(values.effectiveParameters()),
                        stopAfterwards(attempt, config)));
            case Checked.Unsound(var instead) -> new PlanOutcome.NotPlanned(instead);
        };
    }

    private static List<String> names(CreateWorkspace command) {
        return command.name() == null ? WorkspaceNames.of(command.entityRef()) : List.of(command.name());
    }

    private static boolean stopAfterwards(Attempt<CreateWorkspace> attempt, CoderConfig config) {
        return switch (attempt.command().cause()) {
            case REQUESTED -> false;
            case PREPROVISION ->
                config.preprovision() != null && !config.preprovision().start();
        };
    }

    private static PlanOutcome noTemplate(String organization, String name) {
        return PlanOutcome.failed(
                FailureCode.TEMPLATE_NOT_FOUND,
                "The organization " + organization + " has no template " + name + ", or none that you may use.");
    }

    private static PlanOutcome noPreset(Template template, String preset) {
        return PlanOutcome.failed(
                FailureCode.PRESET_NOT_FOUND,
                "The template " + template.name() + " has no preset named " + preset + ".");
    }
}
