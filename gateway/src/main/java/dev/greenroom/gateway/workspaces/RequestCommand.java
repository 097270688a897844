package dev.greenroom.gateway.workspaces;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.gateway.commands.CommandPublisher;
import dev.greenroom.gateway.commands.PublishOutcome;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.operations.OperationIds;
import dev.greenroom.gateway.operations.OperationOutcome;
import dev.greenroom.gateway.operations.OperationsClient;
import dev.greenroom.gateway.workspaces.RequestOutcome.Accepted;
import dev.greenroom.gateway.workspaces.RequestOutcome.KeyReused;
import dev.greenroom.gateway.workspaces.RequestOutcome.Refused;
import dev.greenroom.gateway.workspaces.RequestOutcome.Unacknowledged;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a command of a user's request, once for each idempotency key. */
@ApplicationScoped
class RequestCommand {

    /** What is asked for, for which this class has who, when and under which id. */
    @FunctionalInterface
    interface Draft {
        WorkspaceCommand with(UUID id, String deployment, UserRef user, Instant issuedAt, Instant deadline);
    }

    private final String deployment;
    private final WorkspacesConfig config;
    private final Clock clock;
    private final OperationIds ids;
    private final OperationsClient operations;
    private final RecentKeys recentKeys;
    private final CommandPublisher publisher;

    RequestCommand(
            @ConfigProperty(name = "greenroom.deployment") String deployment,
            WorkspacesConfig config,
            Clock clock,
            OperationIds ids,
            OperationsClient operations,
            RecentKeys recentKeys,
            CommandPublisher publisher) {
        this.deployment = deployment;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
        this.operations = operations;
        this.recentKeys = recentKeys;
        this.publisher = publisher;
    }

    /**
     * Blocks while others are asked, for a bounded time each: to be called on a virtual thread.
     *
     * @param objection why this caller may not ask for it, asked only of what is not known yet
     */
    RequestOutcome carryOut(
            ProvenUser caller, RequestHeaders headers, Draft draft, Supplier<Optional<HttpProblem>> objection) {
        var resting = publisher.refusal();
        if (resting.isPresent()) {
            return new Unacknowledged(resting.get().retryAfter());
        }
        var command = commandOf(caller.user(), headers, draft);
        var repeated = headers.key().flatMap(given -> repeatOf(command, caller));
        if (repeated.isPresent()) {
            return repeated.get();
        }
        var refusal = objection.get();
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (!recentKeys.isFirstOrSame(command)) {
            return new KeyReused();
        }
        return switch (publisher.publish(command, headers.traceparent())) {
            case PublishOutcome.Published _ -> new Accepted(command.id(), OperationStatus.ACCEPTED.name());
            case PublishOutcome.Unacknowledged unacknowledged -> new Unacknowledged(unacknowledged.retryAfter());
        };
    }

    private WorkspaceCommand commandOf(UserRef user, RequestHeaders headers, Draft draft) {
        var id = headers.key().map(given -> ids.forKey(user, given)).orElseGet(() -> ids.fresh(user));
        var now = clock.instant();
        return draft.with(id, deployment, user, now, now.plus(config.deadline()));
    }

    /** Empty where workspace-service does not know it, or is away: then it is published, and the inbox keeps the first. */
    private Optional<RequestOutcome> repeatOf(WorkspaceCommand command, ProvenUser caller) {
        return switch (operations.find(caller, command.id())) {
            case OperationOutcome.Known known ->
                Optional.of(
                        known.asksFor(command.digest()) ? new Accepted(command.id(), known.status()) : new KeyReused());
            case OperationOutcome.Unknown _ -> Optional.empty();
            case OperationOutcome.TokenRefused _ -> Optional.empty();
            case OperationOutcome.Unavailable _ -> Optional.empty();
        };
    }
}
