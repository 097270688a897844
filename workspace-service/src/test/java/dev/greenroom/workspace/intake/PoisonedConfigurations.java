package dev.greenroom.workspace.intake;

import dev.greenroom.workspace.configuration.ConfigurationsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Fails as a mistake in the code would, for the entities of one namespace. */
@ApplicationScoped
class PoisonedConfigurations {

    static final String NAMESPACE = "poison";

    void on(@Observes ConfigurationsChanged changed) {
        if (changed.latest().stream()
                .anyMatch(event -> event.entityRef().namespace().equals(NAMESPACE))) {
            throw new IllegalStateException("a mistake in the code");
        }
    }
}
