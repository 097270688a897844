package dev.greenroom.workspace.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How turns are held. */
@ConfigMapping(prefix = "greenroom.workspace.queue")
public interface QueueConfig {

    /** How many turns this process takes at once. */
    @WithDefault("32")
    int workers();

    /** How long a turn is held without a sign of life. After a crash its command rests for as long. */
    @WithDefault("30S")
    Duration lease();

    /** The longest rest between two looks for turns that other processes or the clock made due. */
    @WithDefault("500MS")
    Duration poll();

    /** How long a stopping process waits for the turns that it has begun. */
    @WithDefault("15S")
    Duration drainFor();
}
