package dev.greenroom.auth.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who may link what, and what they are told. */
@ConfigMapping(prefix = "greenroom.accounts")
interface AccountsConfig {

    /**
     * Whether several Backstage users may link the same Coder user. Off, a token that somebody got hold of can't be
     * linked by them while its owner uses Greenroom.
     */
    @WithDefault("false")
    boolean sharedCoderUsers();

    /**
     * How long before the end of an API token its user is told so. Out of the box Coder lets one live for a week
     * (recording 01-basics/23).
     */
    @WithDefault("2D")
    Duration expiryWarning();

    /** Whether a token with this end is one to tell of; null where Coder didn't say. */
    default boolean endsSoon(@Nullable Instant end, Instant now) {
        return end != null && !now.plus(expiryWarning()).isBefore(end);
    }
}
