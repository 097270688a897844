package dev.greenroom.workspace.view;

import dev.greenroom.contracts.Message;
import dev.greenroom.workspace.account.OwnerKey;
import dev.greenroom.workspace.configuration.ConfigurationsChanged;
import dev.greenroom.workspace.origin.OriginStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Shows and tells of workspaces whose entity's configuration is another by now than what they were created from. */
@ApplicationScoped
class FollowDrift {

    private final OriginStore origins;
    private final ViewStore view;

    FollowDrift(OriginStore origins, ViewStore view) {
        this.origins = origins;
        this.view = view;
    }

    /** Owners in one order, as in {@link ClearEndedLinks}. */
    void on(@Observes ConfigurationsChanged changed) {
        origins.ownersOf(changed.latest().stream().map(Message::key).toList()).forEach(this::look);
    }

    private void look(String ownerKey) {
        var key = OwnerKey.parse(ownerKey);
        view.lookForDrift(key.deployment(), key.owner());
    }
}
