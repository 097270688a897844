package dev.greenroom.catalogsync.backstage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How Backstage is read. */
@ConfigMapping(prefix = "greenroom.catalog.read")
interface BackstageConfig {

    /** Entities in one page, and in one read of what may have changed: what is held in memory at a time. */
    @WithDefault("500")
    int pageSize();

    /** How often a read is tried before the pass is given up. */
    @WithDefault("3")
    int attempts();

    /** The wait before the second attempt; it grows with each. */
    @WithDefault("500ms")
    Duration retryDelay();

    /** The longest {@code Retry-After} that is waited for within a pass; a longer one ends it, and delays the next. */
    @WithDefault("5s")
    Duration maxRetryAfter();
}
