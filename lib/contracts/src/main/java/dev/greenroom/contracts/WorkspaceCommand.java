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
}
