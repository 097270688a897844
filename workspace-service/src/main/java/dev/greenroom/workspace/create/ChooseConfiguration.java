package dev.greenroom.workspace.create;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.configuration.ConfigurationStore;
import dev.greenroom.workspace.database.UnreadableRow;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.preprovision.Agreement;
import dev.greenroom.workspace.preprovision.PreprovisionId;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the entity's latest configuration, and says why it can't be used where it can't. */
@ApplicationScoped
class ChooseConfiguration {

    sealed interface Choice {

        record Usable(CoderConfigEvent.Published published) implements Choice {}

        record Unusable(Step instead) implements Choice {}
    }

    private final ConfigurationStore configurations;
    private final Agreement agreement;

    ChooseConfiguration(ConfigurationStore configurations, Agreement agreement) {
        this.configurations = configurations;
        this.agreement = agreement;
    }

    Choice forCommand(CreateWorkspace command) {
        try {
            return choose(command);
        } catch (UnreadableRow e) {
            return new Choice.Unusable(Step.later("a later version of this service can read the configuration"));
        }
    }

    private Choice choose(CreateWorkspace command) {
        return configurations
                .latest(command.deployment(), command.entityRef())
                .map(latest -> judge(command, latest))
                .orElseGet(() -> unusable(
                        FailureCode.ENTITY_UNKNOWN,
                        "No Coder configuration is known for " + command.entityRef()
                                + ". Check that the entity is in the catalog and has spec.coder."));
    }

    private Choice judge(CreateWorkspace command, CoderConfigEvent latest) {
        return switch (latest) {
            case CoderConfigEvent.Withdrawn _ ->
                unusable(FailureCode.ENTITY_WITHDRAWN, command.entityRef() + " has left the catalog.");
            case CoderConfigEvent.Invalid invalid -> notReady(command, invalid.reasons());
            case CoderConfigEvent.Published published -> judge(command, published);
        };
    }

    private Choice judge(CreateWorkspace command, CoderConfigEvent.Published published) {
        if (!agreed(command, published)) {
            return unusable(
                    FailureCode.PREPROVISION_NOT_ALLOWED,
                    "The entity's author, the operator and you no longer agree to workspaces that nobody asked for.");
        }
        return published.notReady().isEmpty() && published.config().templateName() != null
                ? new Choice.Usable(published)
                : notReady(command, published.notReady());
    }

    private boolean agreed(CreateWorkspace command, CoderConfigEvent.Published published) {
        var optIn = published.config().preprovision();
        return switch (command.cause()) {
            case REQUESTED -> true;
            case PREPROVISION ->
                optIn != null
                        && agreement.holds(published, command.owner())
                        && PreprovisionId.of(published, command.owner(), optIn.generation())
                                .equals(command.id());
        };
    }

    private static Choice notReady(CreateWorkspace command, List<Reason> reasons) {
        return unusable(
                FailureCode.NOT_READY,
                reasons.stream()
                        .map(reason -> reason.code() + " at " + reason.path() + ": " + reason.message())
                        .collect(Collectors.joining(
                                "; ", "The configuration of " + command.entityRef() + " is not ready. ", "")));
    }

    private static Choice unusable(FailureCode code, String message) {
        return new Choice.Unusable(Step.failed(code, message));
    }
}
