package dev.greenroom.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an owner's operations and workspaces. Written by workspace-service through its outbox, at least
 * once and in order for an owner; apply an event only when its revision is higher than the last one of the same
 * operation or workspace.
 */
public sealed interface WorkspaceEvent extends Message {

    UserRef owner();

    /** The operation or workspace that the event is about. */
    UUID about();

    /** A persisted counter of that operation or workspace, which only grows. */
    long revision();

    Instant occurredAt();

    @Override
    default String subject() {
        return owner().toString();
    }

    @Override
    default String messageId() {
        return about() + "@" + revision();
    }

    @Override
    default Topic topic() {
        return Topic.WORKSPACE_EVENTS;
    }

    /**
     * A command has gone on in its life.
     *
     * @param about the command's id
     * @param command the command's type, such as {@code CreateWorkspace}
     * @param entityRef the entity that it was for, where it was for one
     * @param workspaceId the workspace, once there is one
     * @param failure why, where the status is {@code FAILED}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OperationChanged(
            String deployment,
            UserRef owner,
            UUID about,
            long revision,
            Instant occurredAt,
            String command,
            WorkspaceCommand.Cause cause,
            OperationStatus status,
            @Nullable EntityRef entityRef,
            @Nullable UUID workspaceId,
            @Nullable Failure failure)
            implements WorkspaceEvent {}

    /** A workspace is there, or is not what it was. */
    record WorkspaceChanged(
            String deployment, UserRef owner, UUID about, long revision, Instant occurredAt, Workspace workspace)
            implements WorkspaceEvent {}

    /** A workspace is no longer at Coder, or no longer its owner's, or they have unlinked the account that showed it. */
    record WorkspaceRemoved(String deployment, UserRef owner, UUID about, long revision, Instant occurredAt)
            implements WorkspaceEvent {}

    /**
     * All that an owner has was read at Coder, and is what the events before this one say. Told of each list that somebody
     * asked for, and of others where something had changed.
     *
     * @param about stands for the owner: {@link #idOf}
     * @param refreshedAt when the reading began: what was changed at Coder later may not be in it
     * @param workspaceIds all that there are, by id
     */
    record WorkspacesListed(
            String deployment,
            UserRef owner,
            UUID about,
            long revision,
            Instant occurredAt,
            Instant refreshedAt,
            List<UUID> workspaceIds)
            implements WorkspaceEvent {
        public WorkspacesListed {
            workspaceIds = List.copyOf(workspaceIds);
        }

        /** An owner's own id among those of operations and workspaces: a UUID of version 3 of the message's key. */
        public static UUID idOf(String key) {
            return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * @param code stable, in lower case with hyphens, such as {@code account-required}
     * @param message a sentence for the owner: what is wrong
     */
    record Failure(String code, String message) {}
}
