package dev.greenroom.auth.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may link what. */
@ConfigMapping(prefix = "greenroom.accounts")
interface AccountsConfig {

    /**
     * Whether several Backstage users may link the same Coder user. Off, a token that somebody got hold of can't be
     * linked by them while its owner uses Greenroom.
     */
    @WithDefault("false")
    boolean sharedCoderUsers();
}
