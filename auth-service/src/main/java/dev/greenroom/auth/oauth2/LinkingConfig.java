package dev.greenroom.auth.oauth2;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How accounts are linked through Coder's consent. */
@ConfigMapping(prefix = "greenroom.linking")
interface LinkingConfig {

    /** How long a user may take, from the authorize URL to the finished link. */
    @WithDefault("10M")
    Duration patience();

    /** How many attempts of one user may be under way at once. */
    @WithDefault("10")
    int attempts();

    /**
     * The page of Backstage that finishes links: the callback gives the code to a window of its origin, or sends its
     * browser there with the code in the fragment, where no window has opened it.
     */
    Optional<URI> page();

    /** The same for each environment that has a name, by that. */
    Map<String, URI> pages();
}
