package dev.greenroom.workspace.view;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceEvent;
import dev.greenroom.contracts.WorkspaceEvent.WorkspaceChanged;
import dev.greenroom.contracts.WorkspaceEvent.WorkspaceRemoved;
import dev.greenroom.contracts.WorkspaceEvent.WorkspacesListed;
import dev.greenroom.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Tells what changed in the view, through the outbox. */
@ApplicationScoped
class WorkspaceEvents {

    private final Outbox outbox;
    private final EntitiesOfWorkspaces entities;

    WorkspaceEvents(Outbox outbox, EntitiesOfWorkspaces entities) {
        this.outbox = outbox;
        this.entities = entities;
    }

    /** @param shown all that there are */
    void tellOfList(Listing listing, long revision, Instant now, List<ViewedWorkspace> shown) {
        var key = listing.deployment() + "/" + listing.owner();
        outbox.addAll(List.of(new WorkspacesListed(
                listing.deployment(),
                listing.owner(),
                WorkspacesListed.idOf(key),
                revision,
                now,
                listing.since(),
                shown.stream().map(row -> row.id).sorted().toList())));
    }

    void tell(String deployment, UserRef owner, Instant now, List<ViewedWorkspace> changed) {
        var workspaces = entities.with(deployment, changed);
        outbox.addAll(changed.stream()
                .<WorkspaceEvent>map(row -> row.removed
                        ? new WorkspaceRemoved(deployment, owner, row.id, row.revision, now)
                        : new WorkspaceChanged(
                                deployment,
                                owner,
                                row.id,
                                row.revision,
                                now,
                                Objects.requireNonNull(workspaces.get(row.id))))
                .toList());
    }
}
