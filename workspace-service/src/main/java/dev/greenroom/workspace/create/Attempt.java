package dev.greenroom.workspace.create;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.coder.OwnersCoderClient;
import dev.greenroom.workspace.queue.Turn;

/** A create that has the turn, and Coder with its owner's rights. */
record Attempt(CreateWorkspace command, Turn turn, OwnersCoderClient coder) {

    String deployment() {
        return command.deployment();
    }

    long link() {
        return turn.linkGeneration();
    }

    UserRef owner() {
        return command.owner();
    }
}
