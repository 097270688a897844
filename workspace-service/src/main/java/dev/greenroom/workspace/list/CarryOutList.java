package dev.greenroom.workspace.list;

import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.workspace.coder.OwnersCoderClient;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.queue.Turn;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings the view of one owner up to date. */
@ApplicationScoped
public class CarryOutList {

    private final ReadWorkspaces read;

    CarryOutList(ReadWorkspaces read) {
        this.read = read;
    }

    public Step step(ListWorkspaces command, Turn turn, OwnersCoderClient coder) {
        return switch (read.all(command, turn, coder)) {
            case ReadOutcome.Read(var show) -> new Step.Succeeded(null, show);
            case ReadOutcome.NotRead(var instead) -> instead;
        };
    }
}
