package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.workspace.account.AccountStore;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.configuration.ConfigurationStore;
import dev.greenroom.workspace.database.UnreadableRow;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.origin.Unasked;
import dev.greenroom.workspace.origin.UnaskedStore;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Whether a build that nobody asked for may still be begun, by what the workspace is at Coder now: the same questions as
 * when its command was made ({@link StopUnused}). What its owner has used since is theirs.
 */
@ApplicationScoped
public class MayBuild {

    private final Halt halt;
    private final PreprovisionConfig config;
    private final UnaskedStore unasked;
    private final ConfigurationStore configurations;
    private final AccountStore accounts;

    MayBuild(
            Halt halt,
            PreprovisionConfig config,
            UnaskedStore unasked,
            ConfigurationStore configurations,
            AccountStore accounts) {
        this.halt = halt;
        this.config = config;
        this.unasked = unasked;
        this.configurations = configurations;
        this.accounts = accounts;
    }

    /** What becomes of the command instead; empty where it goes on, as whatever somebody has asked for does. */
    public Optional<Step> instead(Operation operation, OfWorkspace command, CoderWorkspace workspace) {
        return switch (command.cause()) {
            case Cause.REQUESTED -> Optional.empty();
            case Cause.PREPROVISION -> halt.of(operation).or(() -> objection(command, workspace));
        };
    }

    private Optional<Step> objection(OfWorkspace command, CoderWorkspace workspace) {
        var origin = unasked.find(command.deployment(), command.owner(), workspace.id());
        if (origin.isEmpty() || isUsed(origin.get(), workspace)) {
            return left("its owner has used it since");
        }
        if (!config.enabled() || config.afterWithdrawal() != AfterWithdrawal.STOP) {
            return left("the operator no longer wants it stopped");
        }
        if (accounts.consenting(command.deployment(), List.of(command.owner())).isEmpty()) {
            return left("its owner no longer consents to what nobody asks for");
        }
        return isOptedInAgain(origin.get());
    }

    /** By another build, or by whatever Coder counts as use: it says the time of the creation until there was any. */
    private static boolean isUsed(Unasked origin, CoderWorkspace workspace) {
        return !workspace.latestBuild().id().equals(origin.buildId())
                || workspace.lastUsedAt() != null && workspace.lastUsedAt().isAfter(workspace.createdAt());
    }

    private Optional<Step> isOptedInAgain(Unasked origin) {
        try {
            return configurations
                            .latest(origin.deployment(), origin.entityRef())
                            .filter(StopUnused::isNotOptedIn)
                            .isPresent()
                    ? Optional.empty()
                    : left("its entity is opted in again");
        } catch (UnreadableRow e) {
            return Optional.of(Step.later("a later version of this service can read the configuration"));
        }
    }

    private static Optional<Step> left(String why) {
        return Optional.of(
                Step.failed(FailureCode.PREPROVISION_NOT_ALLOWED, "The workspace is left as it is: " + why + "."));
    }
}
