package dev.greenroom.catalogsync.backstage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which part of the catalog is Greenroom's. */
@ConfigMapping(prefix = "greenroom.catalog.scope")
interface ScopeConfig {

    @WithDefault("component")
    Set<String> kinds();

    /** All of them, unless some are named. */
    Optional<Set<String>> namespaces();

    /**
     * What an entity must fit besides, as Backstage's {@code filter} has it ({@code spec.type=service,metadata.tags=java}
     * is "and"); of several one is enough. Set each by its index, {@code filters[0]}, since a comma parts a list.
     */
    Optional<List<String>> filters();
}
