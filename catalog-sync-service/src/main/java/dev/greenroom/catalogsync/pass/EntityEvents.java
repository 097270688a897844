package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.compile.Compilation;
import dev.greenroom.catalogsync.entity.Content;
import dev.greenroom.catalogsync.entity.KnownEntity;
import dev.greenroom.contracts.CoderConfigEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the events of what is said about an entity. */
@ApplicationScoped
class EntityEvents {
    private final String deployment;

    EntityEvents(@ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.deployment = deployment;
    }

    CoderConfigEvent says(KnownEntity now, Content content, Instant observedAt) {
        return switch (content.compilation()) {
            case Compilation.Compiled compiled ->
                new CoderConfigEvent.Published(
                        deployment,
                        now.ref(),
                        now.uid(),
                        now.revision(),
                        observedAt,
                        compiled.applicable(),
                        compiled.inGeneration(now.generation(), now.ofSnapshot()),
                        compiled.notReady(),
                        compiled.warnings());
            case Compilation.Invalid invalid ->
                new CoderConfigEvent.Invalid(
                        deployment,
                        now.ref(),
                        now.uid(),
                        now.revision(),
                        observedAt,
                        content.entity().owners().fitting(),
                        invalid.reasons());
            case Compilation.NotConfigured _ -> withdrawn(now, observedAt);
        };
    }

    CoderConfigEvent withdrawn(KnownEntity now, Instant observedAt) {
        return new CoderConfigEvent.Withdrawn(deployment, now.ref(), now.uid(), now.revision(), observedAt);
    }
}
