package dev.greenroom.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** The Backstage environments beside the one without a name, which {@code greenroom.backstage} is. */
@ConfigMapping(prefix = "greenroom.environments")
interface EnvironmentsConfig {

    /** By their names. */
    @WithParentName
    Map<String, Backstage> backstages();

    /** A Backstage whose users may call. */
    interface Backstage {

        /** Its back end, as we reach it. */
        String url();

        /** What it writes into its tokens, its own base URL; {@code URL/api/auth} where it is not set. */
        Optional<String> issuer();
    }
}
