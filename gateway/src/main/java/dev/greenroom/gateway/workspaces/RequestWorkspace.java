package dev.greenroom.gateway.workspaces;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.gateway.commands.CommandPublisher;
import dev.greenroom.gateway.commands.PublishOutcome;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.entities.GuardEntities;
import dev.greenroom.gateway.operations.IdempotencyKey;
import dev.greenroom.gateway.operations.OperationIds;
import dev.greenroom.gateway.operations.OperationOutcome;
import dev.greenroom.gateway.operations.OperationsClient;
import dev.greenroom.gateway.workspaces.RequestOutcome.Accepted;
import dev.greenroom.gateway.workspaces.RequestOutcome.EntityRefused;
import dev.greenroom.gateway.workspaces.RequestOutcome.KeyReused;
import dev.greenroom.gateway.workspaces.RequestOutcome.Unacknowledged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes a command of a user's request for a workspace, once for each idempotency key. */
@ApplicationScoped
class RequestWorkspace {
    private final String deployment;
    private final WorkspacesConfig config;
    private final Clock clock;
    private final OperationIds ids;
    private final OperationsClient operations;
    private final GuardEntities guard;
    private final RecentKeys recentKeys;
    private final CommandPublisher publisher;

    RequestWorkspace(
            @ConfigProperty(name = "greenroom.deployment") String deployment,
            WorkspacesConfig config,
            Clock clock,
            OperationIds ids,
            OperationsClient operations,
            GuardEntities guard,
            RecentKeys recentKeys,
            CommandPublisher publisher) {
        this.deployment = deployment;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
        this.operations = operations;
        this.guard = guard;
        this.recentKeys = recentKeys;
        this.publisher = publisher;
    }

    /** Blocks while others are asked, for a bounded time each: to be called on a virtual thread. */
    RequestOutcome carryOut(
            ProvenUser caller, WorkspaceRequest request, Optional<IdempotencyKey> key, @Nullable String traceparent) {
        var resting = publisher.refusal();
        if (resting.isPresent()) {
            return new Unacknowledged(resting.get().retryAfter());
        }
        var command = commandOf(caller, request, key);
        var repeated = key.flatMap(given -> repeatOf(command, caller));
        if (repeated.isPresent()) {
            return repeated.get();
        }
        var refusal =
                guard.refusal(caller, command.entityRef()).toCompletableFuture().join();
        if (refusal.isPresent()) {
            return new EntityRefused(refusal.get());
        }
        if (!recentKeys.isFirstOrSame(command)) {
            return new KeyReused();
        }
        return switch (publisher.publish(command, traceparent)) {
            case PublishOutcome.Published _ -> new Accepted(command.id(), OperationStatus.ACCEPTED.name());
            case PublishOutcome.Unacknowledged unacknowledged -> new Unacknowledged(unacknowledged.retryAfter());
        };
    }

    private CreateWorkspace commandOf(ProvenUser caller, WorkspaceRequest request, Optional<IdempotencyKey> key) {
        var user = caller.user();
        var now = clock.instant();
        return new CreateWorkspace(
                key.map(given -> ids.forKey(user, given)).orElseGet(() -> ids.fresh(user)),
                deployment,
                user,
                user,
                Cause.REQUESTED,
                now,
                now.plus(config.deadline()),
                request.entity(),
                request.name(),
                request.parameters());
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
