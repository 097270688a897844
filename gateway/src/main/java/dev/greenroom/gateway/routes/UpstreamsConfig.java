package dev.greenroom.gateway.routes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway waits for the services behind it. */
@ConfigMapping(prefix = "greenroom.gateway.upstreams")
interface UpstreamsConfig {

    /** For a connection, a free one of the pool included. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** For the next byte of an answer. */
    @WithDefault("10s")
    Duration answerTimeout();

    /** Connections to each service. */
    @WithDefault("64")
    int connections();

    /** Requests that wait for a free connection to each service; more are answered with 503 at once. */
    @WithDefault("256")
    int waiting();

    /** What {@code Retry-After} says where a service is away. */
    @WithDefault("2s")
    Duration retryAfter();
}
