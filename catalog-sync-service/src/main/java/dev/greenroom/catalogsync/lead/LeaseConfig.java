package dev.greenroom.catalogsync.lead;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a leader that says nothing stays the leader. */
@ConfigMapping(prefix = "greenroom.catalog.lease")
interface LeaseConfig {

    /**
     * The lease is renewed with every write, and before each page where a tenth of it has passed, so it should outlast
     * the slowest read with its attempts. After the leader was killed nobody polls for as long; one that is shut down
     * hands over at once.
     */
    @WithDefault("30s")
    Duration time();
}
