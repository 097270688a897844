package dev.greenroom.workspace.coder;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where Coder is. */
@ConfigMapping(prefix = "greenroom.coder")
interface CoderEndpointConfig {

    /** Where this service reaches it. */
    URI url();

    /** Where people reach it, for links; {@link #url()} where not set. */
    Optional<URI> accessUrl();
}
