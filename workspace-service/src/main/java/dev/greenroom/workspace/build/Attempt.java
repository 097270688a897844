package dev.greenroom.workspace.build;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.workspace.coder.OwnersCoderClient;
import dev.greenroom.workspace.queue.Turn;

/** A command that has the turn, and Coder with its owner's rights. */
public record Attempt<C extends WorkspaceCommand>(C command, Turn turn, OwnersCoderClient coder) {

    public String deployment() {
        return command.deployment();
    }

    public long link() {
        return turn.linkGeneration();
    }

    public UserRef owner() {
        return command.owner();
    }
}
