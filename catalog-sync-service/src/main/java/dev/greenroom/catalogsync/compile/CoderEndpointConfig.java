package dev.greenroom.catalogsync.compile;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where Coder is. Without a default: what is published would send people to an address that nobody chose. */
@ConfigMapping(prefix = "greenroom.coder")
interface CoderEndpointConfig {

    /** Where the services reach it. */
    URI url();

    /** Where people reach it, for links; {@link #url()} where not set. */
    Optional<URI> accessUrl();
}
