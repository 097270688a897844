package dev.greenroom.workspace.origin;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.Drift;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import dev.greenroom.workspace.database.StoredJson;
import dev.greenroom.workspace.database.StoredMessage;
import dev.greenroom.workspace.database.UnreadableRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The origins of workspaces, by owner. What changes them holds the owner's view, so that they go with what it shows. */
@ApplicationScoped
public class OriginStore {

    private final Sql sql;

    OriginStore(Sql sql) {
        this.sql = sql;
    }

    /** The first word counts: a create that goes on after a crash says it again. */
    public void keep(Origin origin) {
        var command = origin.command();
        sql.change(
                """
                INSERT INTO workspace_origin
                    (key, workspace_id, owner_key, entity_key, command_id, cause, build_id, configured)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                ON CONFLICT (key) DO NOTHING""",
                keyOf(command.key(), origin.workspaceId()),
                origin.workspaceId(),
                command.key(),
                command.deployment() + "/" + command.entityRef(),
                command.id(),
                command.cause(),
                origin.buildId(),
                origin.configured() == null ? null : StoredJson.write(origin.configured()));
    }

    /** Those workspaces of an owner are gone. */
    public void gone(String ownerKey, Collection<UUID> workspaceIds) {
        sql.change(
                "UPDATE workspace_origin SET gone_at = clock_timestamp() WHERE key = ANY (?::text[]) AND gone_at IS NULL",
                keysOf(ownerKey, workspaceIds));
    }

    /** Those workspaces of an owner are there. */
    public void there(String ownerKey, Collection<UUID> workspaceIds) {
        sql.change(
                "UPDATE workspace_origin SET gone_at = NULL WHERE key = ANY (?::text[]) AND gone_at IS NOT NULL",
                keysOf(ownerKey, workspaceIds));
    }

    /** Those workspaces of an owner are there, and no others. */
    public void only(String ownerKey, Collection<UUID> workspaceIds) {
        there(ownerKey, workspaceIds);
        sql.change("""
                UPDATE workspace_origin SET gone_at = clock_timestamp()
                WHERE owner_key = ? AND gone_at IS NULL AND NOT workspace_id = ANY (?::uuid[])""", ownerKey, workspaceIds);
    }

    public void forgetGoneBefore(Duration age) {
        sql.change(
                "DELETE FROM workspace_origin WHERE gone_at < clock_timestamp() - ? * interval '1 second'",
                age.toSeconds());
    }

    /** The owners of workspaces that were created for some of those entities, in order. */
    public List<String> ownersOf(Collection<String> entityKeys) {
        return sql.rows("""
                SELECT DISTINCT owner_key FROM workspace_origin
                WHERE entity_key = ANY (?::text[]) AND gone_at IS NULL AND configured IS NOT NULL
                ORDER BY owner_key""", row -> row.text("owner_key"), entityKeys);
    }

    /**
     * How an owner's workspaces have drifted, as the configurations are now: empty for one that has not. One of which
     * that can't be told, since its entity has no sound configuration now, is not there.
     */
    public Map<UUID, Optional<Drift>> driftOf(String ownerKey) {
        var drift = new HashMap<UUID, Optional<Drift>>();
        sql.rows("""
                        SELECT workspace_id, configured, message_type, message
                        FROM workspace_origin origin JOIN entity_configuration entity ON entity.key = origin.entity_key
                        WHERE owner_key = ? AND configured IS NOT NULL""", OriginStore::compared, ownerKey)
                .forEach(compared -> compared.ifPresent(known -> drift.put(known.workspaceId(), known.drift())));
        return drift;
    }

    private record Compared(UUID workspaceId, Optional<Drift> drift) {}

    private static Optional<Compared> compared(Row row) throws SQLException {
        try {
            return StoredMessage.read(row, CoderConfigEvent.class) instanceof Published published
                    ? Optional.of(new Compared(
                            row.id("workspace_id"),
                            StoredJson.read(row.text("configured"), Configured.class)
                                    .differenceTo(published.config())))
                    : Optional.empty();
        } catch (UnreadableRow e) {
            return Optional.empty();
        }
    }

    private static List<String> keysOf(String ownerKey, Collection<UUID> workspaceIds) {
        return workspaceIds.stream().map(id -> keyOf(ownerKey, id)).toList();
    }

    private static String keyOf(String ownerKey, UUID workspaceId) {
        return ownerKey + " " + workspaceId;
    }
}
