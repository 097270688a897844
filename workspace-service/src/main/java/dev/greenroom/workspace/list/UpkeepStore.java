package dev.greenroom.workspace.list;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import dev.greenroom.workspace.account.OwnerKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whose view is to be read next with nobody asking. All replicas share one pace, by the database's clock. */
@ApplicationScoped
class UpkeepStore {

    /** Who waits here for another replica's update sees that row as it is then, and takes nobody. */
    private static final String TAKE = """
            WITH turn AS (
                UPDATE view_upkeep SET taken_at = clock_timestamp()
                WHERE taken_at <= clock_timestamp() - interval '1 second'
                RETURNING 1),
            due AS (
                SELECT account.key FROM coder_account account LEFT JOIN viewed_owner seen ON seen.owner_key = account.key
                WHERE account.linked AND starts_with(account.key, ?)
                    AND coalesce(greatest(seen.refreshed_at, seen.tried_at), 'epoch')
                        <= clock_timestamp() - ? * interval '1 millisecond'
                    AND EXISTS (SELECT FROM turn)
                ORDER BY coalesce(greatest(seen.refreshed_at, seen.tried_at), 'epoch'), account.key
                LIMIT ?)
            INSERT INTO viewed_owner (owner_key, tried_at)
            SELECT key, clock_timestamp() FROM due ORDER BY key
            ON CONFLICT (owner_key) DO UPDATE SET tried_at = excluded.tried_at
            RETURNING owner_key, tried_at""";

    private final Sql sql;
    private final String prefix;

    UpkeepStore(Sql sql, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.sql = sql;
        this.prefix = deployment + "/";
    }

    /** @param since the moment at which they were taken */
    record Due(UserRef owner, Instant since) {}

    /**
     * Takes those whose view is oldest, once a second over all replicas: nobody else takes them again at once.
     *
     * @param most so many
     * @param notBefore nobody whose view was read, or tried to be read, less long ago
     */
    List<Due> take(int most, Duration notBefore) {
        return sql.rows(TAKE, UpkeepStore::read, prefix, notBefore.toMillis(), most);
    }

    private static Due read(Row row) throws SQLException {
        return new Due(OwnerKey.parse(row.text("owner_key")).owner(), row.instant("tried_at"));
    }
}
