package dev.greenroom.workspace.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** What reads are about. */
@ConfigMapping(prefix = "greenroom")
interface ReadingConfig {

    /** The Coder deployment whose workspaces are read. */
    @WithDefault("default")
    String deployment();

    /** How old a view may be before its owner should ask for a new one. */
    @WithName("workspace.view.fresh-for")
    @WithDefault("10S")
    Duration freshFor();
}
