package dev.greenroom.catalogsync.poll;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the catalog is read. */
@ConfigMapping(prefix = "greenroom.catalog.poll")
interface PollConfig {

    /**
     * From the end of one pass to the start of the next. Backstage itself takes one to two minutes to notice an edited
     * file, by default, so that less gains nothing in production.
     */
    @WithDefault("15s")
    Duration interval();
}
