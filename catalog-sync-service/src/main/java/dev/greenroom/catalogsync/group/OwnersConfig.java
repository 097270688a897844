package dev.greenroom.catalogsync.group;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who owns an entity that a group owns. */
@ConfigMapping(prefix = "greenroom.catalog.owners")
interface OwnersConfig {

    /** Whether the members of the groups below it own it too, at whatever depth, beside the group's own members. */
    @WithDefault("false")
    boolean nestedGroups();
}
