package dev.greenroom.catalogsync.hint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How hints are followed. */
@ConfigMapping(prefix = "greenroom.catalog.hints")
public interface HintConfig {

    /** How often a leader that rests looks for them, whichever replica they came to. In a pass it does after each page. */
    @WithDefault("200ms")
    Duration interval();
}
