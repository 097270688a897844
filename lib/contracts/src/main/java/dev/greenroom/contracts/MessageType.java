package dev.greenroom.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The CloudEvents {@code type} of each message. A message that is added here travels; one that is not can't. */
public enum MessageType {
    CODER_CONFIG_PUBLISHED("dev.greenroom.coder-config.published.v1", CoderConfigEvent.Published.class),
    CODER_CONFIG_INVALID("dev.greenroom.coder-config.invalid.v1", CoderConfigEvent.Invalid.class),
    CODER_CONFIG_WITHDRAWN("dev.greenroom.coder-config.withdrawn.v1", CoderConfigEvent.Withdrawn.class),
    CREATE_WORKSPACE("dev.greenroom.workspace.create.v1", WorkspaceCommand.CreateWorkspace.class),
    START_WORKSPACE("dev.greenroom.workspace.start.v1", WorkspaceCommand.StartWorkspace.class),
    STOP_WORKSPACE("dev.greenroom.workspace.stop.v1", WorkspaceCommand.StopWorkspace.class),
    RESTART_WORKSPACE("dev.greenroom.workspace.restart.v1", WorkspaceCommand.RestartWorkspace.class),
    UPDATE_WORKSPACE("dev.greenroom.workspace.update.v1", WorkspaceCommand.UpdateWorkspace.class),
    DELETE_WORKSPACE("dev.greenroom.workspace.delete.v1", WorkspaceCommand.DeleteWorkspace.class),
    CANCEL_BUILD("dev.greenroom.workspace.cancel-build.v1", WorkspaceCommand.CancelBuild.class),
    LIST_WORKSPACES("dev.greenroom.workspace.list.v1", WorkspaceCommand.ListWorkspaces.class),
    OPERATION_CHANGED("dev.greenroom.operation.changed.v1", WorkspaceEvent.OperationChanged.class),
    WORKSPACE_CHANGED("dev.greenroom.workspace.changed.v1", WorkspaceEvent.WorkspaceChanged.class),
    WORKSPACES_LISTED("dev.greenroom.workspaces.listed.v1", WorkspaceEvent.WorkspacesListed.class),
    WORKSPACE_REMOVED("dev.greenroom.workspace.removed.v1", WorkspaceEvent.WorkspaceRemoved.class),
    CODER_ACCOUNT_LINKED("dev.greenroom.coder-account.linked.v1", CoderAccountEvent.Linked.class),
    CODER_ACCOUNT_RELINK_REQUIRED(
            "dev.greenroom.coder-account.relink-required.v1", CoderAccountEvent.RelinkRequired.class),
    CODER_ACCOUNT_UNLINKED("dev.greenroom.coder-account.unlinked.v1", CoderAccountEvent.Unlinked.class);

    private static final Map<String, MessageType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(MessageType::type, Function.identity()));
    private static final Map<Class<?>, MessageType> BY_MESSAGE =
            Arrays.stream(values()).collect(Collectors.toMap(MessageType::message, Function.identity()));

    private final String type;
    private final Class<? extends Message> message;

    MessageType(String type, Class<? extends Message> message) {
        this.type = type;
        this.message = message;
    }

    public static Optional<MessageType> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** @throws IllegalArgumentException for a message that was never given a type: a bug */
    public static MessageType of(Message message) {
        var type = BY_MESSAGE.get(message.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no CloudEvents type for " + message.getClass());
        }
        return type;
    }

    public String type() {
        return type;
    }

    public Class<? extends Message> message() {
        return message;
    }
}
