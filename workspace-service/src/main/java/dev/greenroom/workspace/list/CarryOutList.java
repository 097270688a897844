package dev.greenroom.workspace.list;

import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.workspace.coder.OwnersCoderClient;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.queue.Turn;
import dev.greenroom.workspace.view.Listing;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings the view of one owner up to date. */
@ApplicationScoped
public class CarryOutList {

    private final ReadWorkspaces read;

    CarryOutList(ReadWorkspaces read) {
        this.read = read;
    }

    public Step step(ListWorkspaces command, Turn turn, OwnersCoderClient coder) {
        var listing = new Listing(command.deployment(), command.owner(), turn.linkGeneration(), turn.begunAt(), true);
        return switch (read.all(listing, coder)) {
            case ReadOutcome.Read(var show) -> new Step.Succeeded(null, show);
            case ReadOutcome.NotRead(var instead) -> instead;
        };
    }
}
