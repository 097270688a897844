package dev.greenroom.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Who may call, and how much is remembered of who did. */
@ConfigMapping(prefix = "greenroom.identity")
interface IdentityConfig {

    /** How many proven tokens are remembered at most; one takes some 300 bytes. */
    @WithDefault("10000")
    int cacheSize();

    /**
     * Whole paths that services may call beside users, and nothing below them; none by default. Not for operators: a
     * service sets it together with the resources there, which ask {@link AnyCaller}.
     */
    Optional<Set<String>> openToServices();
}
