package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.Reason;
import java.util.List;

/** What came of an entity. */
public sealed interface Compilation {

    /**
     * A sound configuration.
     *
     * @param config its pre-provision, where there is one, has generation 0, and is none of the snapshot: see {@link
     *     #inGeneration}
     * @param applicable whether a front end should show Coder on the entity's page
     * @param optedIn whether the author asks for pre-provisioning, even where nobody is left whom it is for
     * @param notReady why no workspace can be created from it
     */
    record Compiled(
            CoderConfig config, boolean applicable, boolean optedIn, List<Reason> notReady, List<Reason> warnings)
            implements Compilation {
        public Compiled {
            notReady = List.copyOf(notReady);
            warnings = List.copyOf(warnings);
        }

        /**
         * The configuration with the count of opt-ins, which only the history of the entity knows.
         *
         * @param snapshot whether this opt-in stood already when the catalog was first read whole
         */
        public CoderConfig inGeneration(long generation, boolean snapshot) {
            var optIn = config.preprovision();
            if (optIn == null) {
                return config;
            }
            return new CoderConfig(
                    config.organization(),
                    config.templateName(),
                    config.mode(),
                    config.params(),
                    config.preset(),
                    config.repositoryUrl(),
                    config.creationUrl(),
                    config.owners(),
                    optIn.inGeneration(generation, snapshot));
        }
    }

    /** {@code spec.coder} can't be used. */
    record Invalid(List<Reason> reasons) implements Compilation {
        public Invalid {
            reasons = List.copyOf(reasons);
        }
    }

    /** The entity says nothing about Coder, and takes no defaults: nothing is said about it. */
    record NotConfigured() implements Compilation {}
}
