package dev.greenroom.gateway.commands;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the broker is waited for. */
@ConfigMapping(prefix = "greenroom.gateway.publishing")
interface PublishingConfig {

    /**
     * The longest that one command waits for the broker's acknowledgement, after which its caller hears 503. A
     * quarter of it is for knowing where the command goes, the rest for getting it there; nothing is sent later.
     */
    @WithDefault("900ms")
    Duration timeout();

    /** How long commands are refused without asking the broker, after two in a row were not acknowledged. */
    @WithDefault("1s")
    Duration breakerDelay();

    /** What {@code Retry-After} says to those that were refused. */
    @WithDefault("2s")
    Duration retryAfter();
}
