package dev.greenroom.workspace.operation;

import dev.greenroom.contracts.WorkspaceEvent.Failure;
import java.util.Locale;

/**
 * Why an operation failed, by the word that clients branch on: {@code account-required} for {@link #ACCOUNT_REQUIRED}.
 * What each means, and what its reader can do, stands in the API's description, {@code docs/api/openapi.yaml}.
 */
public enum FailureCode {
    ACCOUNT_REQUIRED,
    LINK_CHANGED,
    COMMAND_UNREADABLE,
    ENTITY_UNKNOWN,
    ENTITY_WITHDRAWN,
    NOT_READY,
    TEMPLATE_NOT_FOUND,
    PRESET_NOT_FOUND,
    PARAMETER_UNKNOWN,
    PARAMETER_MISSING,
    NAME_INVALID,
    NAME_TAKEN,
    CODER_REFUSED,
    BUILD_FAILED,
    WORKSPACE_NOT_FOUND,
    WORKSPACE_GONE,
    WORKSPACE_CHANGED,
    NOTHING_TO_CANCEL,
    PREPROVISION_NOT_ALLOWED,
    DEADLINE_EXCEEDED,
    DEPLOYMENT_UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param message a sentence for the owner: what is wrong */
    public Failure saying(String message) {
        return new Failure(code(), message);
    }
}
