package dev.greenroom.auth.lending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** To whom tokens are lent. */
@ConfigMapping(prefix = "greenroom.loans")
interface LoansConfig {

    /** The services that may borrow, by their client ids. */
    @WithDefault("workspace-service")
    Set<String> borrowers();
}
