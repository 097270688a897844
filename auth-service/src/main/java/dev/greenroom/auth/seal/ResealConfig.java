package dev.greenroom.auth.seal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what older keys have sealed is sealed anew. */
@ConfigMapping(prefix = "greenroom.seal.reseal")
interface ResealConfig {

    /** From the end of a look at all rows to the next; the first is at the start. */
    @WithDefault("5m")
    Duration every();

    /** How many rows one transaction takes at most, and locks for as long as it takes to seal them. */
    @WithDefault("100")
    int batch();
}
