package dev.greenroom.workspace.coder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where Coder is. */
@ConfigMapping(prefix = "greenroom.coder")
public interface CoderEndpointConfig {

    /** Where this service reaches it. */
    URI url();

    /** Where people reach it, for links; {@link #url()} where not set. */
    Optional<URI> accessUrl();

    /** The longest that a call takes. A turn at Coder is held for at least as long before each call. */
    @WithDefault("10S")
    Duration callTimeout();
}
