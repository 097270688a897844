package dev.greenroom.workspace.preprovision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The operator's part of the agreement to pre-provision. An allow-list that is not set allows everything. */
@ConfigMapping(prefix = "greenroom.preprovision")
interface PreprovisionConfig {

    @WithDefault("false")
    boolean enabled();

    /** Namespaces of entities. */
    Optional<Set<String>> namespaces();

    /** Kinds of entities. */
    Optional<Set<String>> kinds();

    /** Templates by name. */
    Optional<Set<String>> templates();

    /** User refs. */
    Optional<Set<String>> owners();

    /** How long such a command is tried. */
    @WithDefault("1D")
    Duration deadline();
}
