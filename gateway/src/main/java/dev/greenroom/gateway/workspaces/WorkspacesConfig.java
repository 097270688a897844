package dev.greenroom.gateway.workspaces;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the commands of this feature are given to go by. */
@ConfigMapping(prefix = "greenroom.gateway.workspaces")
interface WorkspacesConfig {

    /** How long a command may wait for Coder before it fails. */
    @WithDefault("10m")
    Duration deadline();

    /** The same for a command that only brings the view up to date: a later look makes another one. */
    @WithDefault("1m")
    Duration refreshDeadline();

    /** Looks within one such window make one command. workspace-service calls a view of this age due. */
    @WithDefault("10s")
    Duration refreshWindow();
}
