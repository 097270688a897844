package dev.greenroom.catalogsync.pass;

import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which part of the catalog has been read whole: by passes that found new entities, and one that found none any more.
 * What they find was there before Greenroom was: it is nothing that an author has just asked for. Another scope is another
 * part, and only the last one is remembered.
 */
@ApplicationScoped
class SnapshotStore {
    private static final String IS_OVER = """
            select from catalog_snapshot where deployment = ? and scope = ?
            """;
    private static final String END = """
            insert into catalog_snapshot (deployment, scope, ended_at) values (?, ?, clock_timestamp())
            on conflict (deployment) do update set scope = excluded.scope, ended_at = excluded.ended_at
             where catalog_snapshot.scope <> excluded.scope
            """;

    private final Sql sql;
    private final String deployment;

    SnapshotStore(Sql sql, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.sql = sql;
        this.deployment = deployment;
    }

    /** Whether the first reading of this scope has come to its end. */
    boolean isOver(String scope) {
        return sql.row(IS_OVER, row -> true, deployment, scope).isPresent();
    }

    void end(String scope) {
        sql.change(END, deployment, scope);
    }
}
