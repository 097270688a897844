package dev.greenroom.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done at Coder with the owner's rights. The gateway is the topic's only writer and acknowledges a
 * command to its caller once all in-sync replicas have it; workspace-service carries each id out once, with the rights
 * of the link that the owner had when it was asked for, and of no later one.
 */
public sealed interface WorkspaceCommand extends Message {

    /** The operation's id, under which its outcome can be followed. */
    UUID id();

    /** Who asked. */
    UserRef actor();

    /** Whose workspaces it is about, and whose Coder account does it. */
    UserRef owner();

    Cause cause();

    Instant issuedAt();

    /** When to give up: a command that can't be carried out until then fails with {@code deadline-exceeded}. */
    Instant deadline();

    /**
     * What is asked for, without who, when and under which id: the SHA-256 in lower-case hex of the canonical JSON of
     * the type and what is its own. Two requests with one idempotency key are repeats exactly when this is equal.
     */
    @JsonIgnore
    default String digest() {
        return RequestDigest.of(this);
    }

    @Override
    default String subject() {
        return owner().toString();
    }

    @Override
    default String messageId() {
        return id().toString();
    }

    @Override
    default Topic topic() {
        return Topic.WORKSPACE_COMMANDS;
    }

    /** Why a command was made. */
    enum Cause {
        /** A person or an automation asked for it. */
        REQUESTED,
        /** A configuration changed, and author, operator and owner had agreed to it beforehand. */
        PREPROVISION
    }

    /**
     * Create the owner's workspace for an entity, from the entity's latest configuration.
     *
     * @param name the workspace's name; made from the entity's where null
     * @param params values that win over the configuration's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CreateWorkspace(
            UUID id,
            String deployment,
            UserRef actor,
            UserRef owner,
            Cause cause,
            Instant issuedAt,
            Instant deadline,
            EntityRef entityRef,
            @Nullable String name,
            Map<String, String> params)
            implements WorkspaceCommand {
        public CreateWorkspace {
            params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        }
    }

    /** Read the owner's workspaces at Coder and bring the view up to date. */
    record ListWorkspaces(
            UUID id, String deployment, UserRef actor, UserRef owner, Cause cause, Instant issuedAt, Instant deadline)
            implements WorkspaceCommand {}

    /** About a workspace that is there. One that is not, or is another's, is a failure of the operation. */
    sealed interface OfWorkspace extends WorkspaceCommand {

        /** Coder's id of it. */
        UUID workspaceId();

        /** How each of them is made. */
        @FunctionalInterface
        interface Maker {
            OfWorkspace make(
                    UUID id,
                    String deployment,
                    UserRef actor,
                    UserRef owner,
                    Cause cause,
                    Instant issuedAt,
                    Instant deadline,
                    UUID workspaceId);
        }
    }

    /**
     * Bring a workspace into another state by builds at Coder. Those of one workspace are carried out one after the
     * other, in the order in which the topic has them; what is in the wanted state already is left as it is. Each build
     * is begun once, but for what {@code docs/decisions/0011-builds-are-begun-once.md} says.
     */
    sealed interface TransitionWorkspace extends OfWorkspace {}

    /** Start the workspace, under the template version that it has. Done once it runs. */
    record StartWorkspace(
            UUID id,
            String deployment,
            UserRef actor,
            UserRef owner,
            Cause cause,
            Instant issuedAt,
            Instant deadline,
            UUID workspaceId)
            implements TransitionWorkspace {}

    /** Stop the workspace. Done once it is stopped. */
    record StopWorkspace(
            UUID id,
            String deployment,
            UserRef actor,
            UserRef owner,
            Cause cause,
            Instant issuedAt,
            Instant deadline,
            UUID workspaceId)
            implements TransitionWorkspace {}

    /**
     * Stop the workspace where it is not, then start it under the template version that it has. A restart that was
     * interrupted between the two goes on with the start.
     */
    record RestartWorkspace(
            UUID id,
            String deployment,
            UserRef actor,
            UserRef owner,
            Cause cause,
            Instant issuedAt,
            Instant deadline,
            UUID workspaceId)
            implements TransitionWorkspace {}

    /**
     * Bring the workspace to its template's active version: what runs is stopped first, then it is started under that
     * version, with the parameters that it has. One that runs under it already is left as it is.
     */
    record UpdateWorkspace(
            UUID id,
            String deployment,
            UserRef actor,
            UserRef owner,
            Cause cause,
            Instant issuedAt,
            Instant deadline,
            UUID workspaceId)
            implements TransitionWorkspace {}

    /** Delete the workspace, with all that is in it. One that is deleted already is done. */
    record DeleteWorkspace(
            UUID id,
            String deployment,
            UserRef actor,
            UserRef owner,
            Cause cause,
            Instant issuedAt,
            Instant deadline,
            UUID workspaceId)
            implements TransitionWorkspace {}

    /**
     * Cancel the build that is under way when the command is first carried out, whoever began it, and no later one. It
     * waits for none of the workspace's other commands, since it may be one of their builds; of one workspace's cancels
     * the order holds. Done once the build has ended by it.
     */
    record CancelBuild(
            UUID id,
            String deployment,
            UserRef actor,
            UserRef owner,
            Cause cause,
            Instant issuedAt,
            Instant deadline,
            UUID workspaceId)
            implements OfWorkspace {}
}
