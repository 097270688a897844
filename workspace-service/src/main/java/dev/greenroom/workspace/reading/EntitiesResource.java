package dev.greenroom.workspace.reading;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.identity.Caller;
import dev.greenroom.problems.Problem;
import dev.greenroom.workspace.configuration.ConfigurationStore;
import dev.greenroom.workspace.database.UnreadableRow;
import dev.greenroom.workspace.view.ShownWorkspace;
import dev.greenroom.workspace.view.ViewStore;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a card about an entity needs, in one call. */
@Path("/v1/entities/{kind}/{namespace}/{name}")
@Authenticated
@RunOnVirtualThread
class EntitiesResource {

    private final Caller caller;
    private final ConfigurationStore configurations;
    private final ViewStore view;
    private final String deployment;

    EntitiesResource(
            Caller caller,
            ConfigurationStore configurations,
            ViewStore view,
            @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.caller = caller;
        this.configurations = configurations;
        this.view = view;
        this.deployment = deployment;
    }

    @GET
    @Transactional
    public EntityView entity(String kind, String namespace, String name) {
        var entityRef = refOf(kind, namespace, name);
        var workspaces = view.workspacesOf(deployment, caller.user()).stream()
                .filter(shown -> shown.workspace().entityRefs().contains(entityRef))
                .toList();
        return latest(entityRef)
                .map(latest -> show(latest, workspaces))
                .orElseThrow(() -> notFound(entityRef.toString()));
    }

    private Optional<CoderConfigEvent> latest(EntityRef entityRef) {
        try {
            return configurations.latest(deployment, entityRef);
        } catch (UnreadableRow e) {
            throw LaterVersion.needed();
        }
    }

    private static EntityView show(CoderConfigEvent latest, List<ShownWorkspace> workspaces) {
        return switch (latest) {
            case CoderConfigEvent.Published published -> EntityView.of(published, workspaces);
            case CoderConfigEvent.Invalid invalid -> EntityView.of(invalid, workspaces);
            case CoderConfigEvent.Withdrawn withdrawn ->
                throw notFound(withdrawn.entityRef().toString());
        };
    }

    private static EntityRef refOf(String kind, String namespace, String name) {
        try {
            return new EntityRef(kind, namespace, name);
        } catch (IllegalArgumentException noRef) {
            throw notFound("such an entity");
        }
    }

    private static RuntimeException notFound(String what) {
        return Problem.of(404, "entity-not-found", "No Coder configuration is known for " + what + ".");
    }
}
