package dev.greenroom.catalogsync.backstage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Which part of the catalog is Greenroom's. */
@ConfigMapping(prefix = "greenroom.catalog.scope")
interface ScopeConfig {

    @WithDefault("component")
    Set<String> kinds();

    /** All of them, unless some are named. */
    Optional<Set<String>> namespaces();
}
