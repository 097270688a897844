package dev.greenroom.gateway.entities;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long Backstage's word on who may see what is taken for granted. */
@ConfigMapping(prefix = "greenroom.gateway.entities")
interface EntitiesConfig {

    /** For a user who may see an entity: as long as they may go on seeing it after they no longer may. */
    @WithDefault("1m")
    Duration visibleFor();

    /** For one who may not: short, since an entity that was just registered is looked at. */
    @WithDefault("5s")
    Duration hiddenFor();

    /** Pairs of user and entity that are remembered at most. */
    @WithDefault("20000")
    int remembered();

    /** What {@code Retry-After} says while Backstage is away. */
    @WithDefault("5s")
    Duration retryAfter();
}
