package dev.greenroom.workspace.operation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long operations are kept. */
@ConfigMapping(prefix = "greenroom.workspace.operations")
interface OperationConfig {

    /** After they have settled. Longer than the 7 days of the topic and the 30 of its dead letters together. */
    @WithDefault("45D")
    Duration keep();
}
