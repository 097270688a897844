package dev.greenroom.gateway.workspaces;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.gateway.commands.CommandPublisher;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.operations.OperationIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Has the view of a user's workspaces brought up to date, without letting anyone wait for it: once for each user and
 * window of time, whatever the number of looks and replicas.
 */
@ApplicationScoped
public class RefreshWorkspaces {
    private final String deployment;
    private final WorkspacesConfig config;
    private final Clock clock;
    private final OperationIds ids;
    private final CommandPublisher publisher;
    private final Cache<UUID, Boolean> asked;

    RefreshWorkspaces(
            @ConfigProperty(name = "greenroom.deployment") String deployment,
            WorkspacesConfig config,
            Clock clock,
            OperationIds ids,
            CommandPublisher publisher) {
        this.deployment = deployment;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
        this.publisher = publisher;
        this.asked = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(config.refreshWindow())
                .build();
    }

    /** Returns at once. Where Kafka is away nothing happens: the next window's look asks again. */
    public void soon(ProvenUser caller, @Nullable String traceparent) {
        var command = commandOf(caller);
        if (asked.asMap().putIfAbsent(command.id(), true) == null) {
            Thread.startVirtualThread(() -> publisher.publish(command, traceparent));
        }
    }

    private ListWorkspaces commandOf(ProvenUser caller) {
        var user = caller.user();
        var now = clock.instant();
        var id = ids.forRefresh(user, windowOf(now));
        return new ListWorkspaces(id, deployment, user, user, Cause.REQUESTED, now, now.plus(config.refreshDeadline()));
    }

    private Instant windowOf(Instant now) {
        long window = config.refreshWindow().toMillis();
        return Instant.ofEpochMilli(now.toEpochMilli() / window * window);
    }
}
