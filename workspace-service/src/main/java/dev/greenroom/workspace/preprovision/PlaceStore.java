package dev.greenroom.workspace.preprovision;

import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Counts against the operator's limits. What counts for an owner and an entity is in the view {@code preprovision_place}:
 * workspaces that came up with nobody asking and are not known to be gone, and those in the making.
 */
@ApplicationScoped
class PlaceStore {

    /** Each that is due, with both limits and how far they are used up. Its parameters are the operator's limits. */
    static final String DUE = """
            WITH of_owner AS (SELECT owner_key, count(*) AS places FROM preprovision_place GROUP BY owner_key),
                of_entity AS (SELECT entity_key, count(*) AS places FROM preprovision_place GROUP BY entity_key),
                due AS (
                    SELECT due.*, ?::bigint AS most_of_owner, coalesce(of_owner.places, 0) AS of_owner,
                        least(?::bigint, (message #>> '{config,preprovision,maxWorkspaces}')::bigint) AS most_of_entity,
                        coalesce(of_entity.places, 0) AS of_entity
                    FROM preprovision_due due
                    LEFT JOIN of_owner ON of_owner.owner_key = due.owner_key
                    LEFT JOIN of_entity ON of_entity.entity_key = due.entity_key
                    LEFT JOIN entity_configuration configuration ON configuration.key = due.entity_key)
            """;

    private final Sql sql;
    private final PreprovisionConfig config;

    PlaceStore(Sql sql, PreprovisionConfig config) {
        this.sql = sql;
        this.config = config;
    }

    /** The first of those for which there is room, each by itself. */
    List<Candidate> next(int most) {
        return sql.rows(
                DUE
                        + "SELECT * FROM due WHERE of_owner < most_of_owner AND of_entity < most_of_entity ORDER BY seq LIMIT ?",
                row -> new Candidate(
                        DueStore.read(row),
                        row.number("of_owner"),
                        row.number("of_entity"),
                        row.number("most_of_entity")),
                config.maxPerUser(),
                config.maxPerEntity(),
                most);
    }

    /** How many wait for what; what nothing but the hour holds back is counted for {@code others}. */
    Map<WaitsFor, Long> waiting(WaitsFor others) {
        return sql.row(
                        DUE + """
                        SELECT count(*) FILTER (WHERE of_owner >= most_of_owner) AS owners,
                            count(*) FILTER (WHERE of_owner < most_of_owner AND of_entity >= most_of_entity) AS entities,
                            count(*) FILTER (WHERE of_owner < most_of_owner AND of_entity < most_of_entity) AS others
                        FROM due""",
                        row -> Map.of(
                                WaitsFor.MAX_PER_USER,
                                row.number("owners"),
                                WaitsFor.MAX_PER_ENTITY,
                                row.number("entities"),
                                others,
                                row.number("others")),
                        config.maxPerUser(),
                        config.maxPerEntity())
                .orElseThrow();
    }

    /** How many were made within the last hour. */
    long madeWithinTheHour() {
        return sql.row(
                        "SELECT count(*) AS made FROM preprovision_made WHERE made_at > clock_timestamp() - interval '1 hour'",
                        row -> row.number("made"))
                .orElseThrow();
    }

    /** So many were made now. */
    void made(int count) {
        if (count == 0) {
            return;
        }
        sql.change("DELETE FROM preprovision_made WHERE made_at <= clock_timestamp() - interval '1 hour'");
        sql.change("INSERT INTO preprovision_made SELECT clock_timestamp() FROM generate_series(1, ?)", count);
    }
}
