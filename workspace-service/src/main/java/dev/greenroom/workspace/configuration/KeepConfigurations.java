package dev.greenroom.workspace.configuration;

import static java.util.stream.Collectors.toMap;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/** Keeps what is newer than what is known, and tells the others in the same transaction. */
@ApplicationScoped
class KeepConfigurations {

    private final ConfigurationStore store;
    private final Event<ConfigurationsChanged> changed;

    KeepConfigurations(ConfigurationStore store, Event<ConfigurationsChanged> changed) {
        this.store = store;
        this.changed = changed;
    }

    void all(List<CoderConfigEvent> events) {
        var newer = events.stream().filter(store::keepIfNewer).toList();
        var latest = newer.stream().collect(toMap(Message::key, event -> event, (_, later) -> later));
        if (!latest.isEmpty()) {
            changed.fire(new ConfigurationsChanged(List.copyOf(latest.values())));
        }
    }
}
