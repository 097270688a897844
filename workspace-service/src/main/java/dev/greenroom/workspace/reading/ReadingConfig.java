package dev.greenroom.workspace.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fresh reads are. */
@ConfigMapping(prefix = "greenroom.workspace.view")
interface ReadingConfig {

    /** How old a view may be before its owner should ask for a new one. */
    @WithDefault("10S")
    Duration freshFor();
}
