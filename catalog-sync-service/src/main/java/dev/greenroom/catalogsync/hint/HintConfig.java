package dev.greenroom.catalogsync.hint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How hints are followed. */
@ConfigMapping(prefix = "greenroom.catalog.hints")
public interface HintConfig {

    /** How often the leader looks for them, whichever replica they came to: a small query each time. */
    @WithDefault("200ms")
    Duration interval();
}
