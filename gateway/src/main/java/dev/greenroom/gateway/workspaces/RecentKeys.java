package dev.greenroom.gateway.workspaces;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greenroom.contracts.WorkspaceCommand;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * What was asked for under the keys that this replica saw last, for the moment in which a command is not in the inbox
 * yet. A courtesy only: over replicas and for longer it is the inbox that keeps the first.
 */
@ApplicationScoped
class RecentKeys {
    private final Cache<UUID, String> digests = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** Notes the command, unless its id is known to stand for another request. */
    boolean isFirstOrSame(WorkspaceCommand command) {
        var digest = command.digest();
        return digest.equals(digests.get(command.id(), id -> digest));
    }
}
