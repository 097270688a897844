package dev.greenroom.workspace.configuration;

import dev.greenroom.contracts.CoderConfigEvent;
import java.util.List;

/**
 * Configurations were replaced, each named once by its latest. Observers run inside the transaction that replaced them,
 * once for a batch.
 */
public record ConfigurationsChanged(List<CoderConfigEvent> latest) {
    public ConfigurationsChanged {
        latest = List.copyOf(latest);
    }
}
