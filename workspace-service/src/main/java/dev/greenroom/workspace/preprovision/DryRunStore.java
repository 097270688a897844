package dev.greenroom.workspace.preprovision;

import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What has become of an opt-in's command, and whether there is room for what is due. */
@ApplicationScoped
class DryRunStore {

    private final Sql sql;
    private final PreprovisionConfig config;

    DryRunStore(Sql sql, PreprovisionConfig config) {
        this.sql = sql;
        this.config = config;
    }

    enum Fate {
        /** It was never made, or has failed and left nothing at Coder: it may be made. */
        OPEN,
        UNDER_WAY,
        /** It is not made again, whatever has become of its workspace. */
        DONE
    }

    Fate fateOf(UUID id) {
        return sql.row(
                        "SELECT status, workspace_id FROM command WHERE id = ?",
                        row -> switch (row.text("status")) {
                            case "SUCCEEDED" -> Fate.DONE;
                            case "FAILED" -> row.idOrNull("workspace_id") == null ? Fate.OPEN : Fate.DONE;
                            default -> Fate.UNDER_WAY;
                        },
                        id)
                .orElse(Fate.OPEN);
    }

    /** Which limit keeps which of those waiting, once what came before it was made; without those that nothing does. */
    Map<UUID, WaitsFor> waiting(Collection<UUID> ids) {
        record Limited(UUID id, WaitsFor limit) {}
        return sql
                .rows(
                        PlaceStore.DUE + """
                        , ranked AS (
                            SELECT id,
                                of_owner + row_number() OVER (PARTITION BY owner_key ORDER BY seq) > most_of_owner AS owner_full,
                                of_entity + row_number() OVER (PARTITION BY entity_key ORDER BY seq) > most_of_entity
                                    AS entity_full
                            FROM due)
                        SELECT id, owner_full FROM ranked WHERE (owner_full OR entity_full) AND id = ANY (?::uuid[])""",
                        row -> new Limited(
                                row.id("id"),
                                row.truth("owner_full") ? WaitsFor.MAX_PER_USER : WaitsFor.MAX_PER_ENTITY),
                        config.maxPerUser(),
                        config.maxPerEntity(),
                        ids)
                .stream()
                .collect(Collectors.toMap(Limited::id, Limited::limit));
    }
}
