package dev.greenroom.workspace.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How batches are watched. */
@ConfigMapping(prefix = "greenroom.workspace.intake")
interface IntakeConfig {

    /** A batch that has shown no life for longer makes liveness red, so that the platform restarts the process. */
    @WithDefault("2M")
    Duration stuckAfter();

    /** The longest that one transaction may take; a batch that needs longer is kept in smaller parts. */
    @WithDefault("60S")
    Duration transactionTimeout();

    /** How long a stopping process waits for the batches that it has begun. */
    @WithDefault("10S")
    Duration drainFor();
}
