package dev.greenroom.workspace.intake;

import dev.greenroom.workspace.configuration.ConfigurationsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Fails as a mistake in the code would, for the entities of one namespace. */
@ApplicationScoped
public class PoisonedConfigurations {

    public static final String NAMESPACE = "poison";

    private volatile boolean mended;

    /** From now on nothing fails, or again. */
    public void mend(boolean isMended) {
        mended = isMended;
    }

    void on(@Observes ConfigurationsChanged changed) {
        if (!mended
                && changed.latest().stream()
                        .anyMatch(event -> event.entityRef().namespace().equals(NAMESPACE))) {
            throw new IllegalStateException("a mistake in the code");
        }
    }
}
