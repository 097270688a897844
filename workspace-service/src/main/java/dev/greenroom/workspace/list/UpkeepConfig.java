package dev.greenroom.workspace.list;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the views of those are kept up whom nobody looks at. */
@ConfigMapping(prefix = "greenroom.workspace.view.upkeep")
interface UpkeepConfig {

    /** Whose workspaces are read a second, over all replicas; with 0 nobody's. */
    @WithDefault("5")
    int ownersPerSecond();

    /** A view that is younger is left as it is. */
    @WithDefault("1M")
    Duration notBefore();
}
