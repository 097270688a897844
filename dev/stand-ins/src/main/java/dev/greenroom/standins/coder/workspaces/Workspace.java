package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.state.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workspace; what it is at the moment is what its latest build made of it.
 *
 * @param ttlMillis how long it runs after a start; null for ever
 * @param autostart a cron schedule of the week; null without one
 * @param automaticUpdates {@code never} or {@code always}
 */
public record Workspace(
        String id,
        String ownerId,
        String templateId,
        String name,
        Instant createdAt,
        @Nullable Long ttlMillis,
        @Nullable String autostart,
        String automaticUpdates,
        boolean deleted)
        implements Row {

    Workspace asDeleted() {
        return new Workspace(id, ownerId, templateId, name, createdAt, ttlMillis, autostart, automaticUpdates, true);
    }
}
