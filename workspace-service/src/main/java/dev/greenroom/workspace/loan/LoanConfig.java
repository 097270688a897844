package dev.greenroom.workspace.loan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How loans are remembered. */
@ConfigMapping(prefix = "greenroom.workspace.loans")
interface LoanConfig {

    /** The longest that a loan is used without asking again; never past the token's own end. */
    @WithDefault("60S")
    Duration remember();

    /** How many users' loans are in memory at once. */
    @WithDefault("10000")
    int users();
}
