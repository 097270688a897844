package dev.greenroom.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is remembered of who called. */
@ConfigMapping(prefix = "greenroom.identity")
interface IdentityConfig {

    /** How many proven tokens are remembered at most; one takes some 300 bytes. */
    @WithDefault("10000")
    int cacheSize();
}
