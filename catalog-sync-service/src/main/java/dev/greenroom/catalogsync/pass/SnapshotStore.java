package dev.greenroom.catalogsync.pass;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which part of the catalog has been read whole. What is found in the first reading was there before Greenroom was: it
 * is nothing that an author has just asked for. Another scope is another part.
 */
@ApplicationScoped
class SnapshotStore {
    private static final String IS_OVER = """
            select exists (select from catalog_snapshot where deployment = ? and scope = ?)
            """;
    private static final String END = """
            insert into catalog_snapshot (deployment, scope, ended_at) values (?, ?, clock_timestamp())
            on conflict (deployment) do update set scope = excluded.scope, ended_at = excluded.ended_at
             where catalog_snapshot.scope <> excluded.scope
            """;

    private final DataSource database;
    private final String deployment;

    SnapshotStore(DataSource database, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.database = database;
        this.deployment = deployment;
    }

    /** Whether the first reading of this scope has come to its end. */
    boolean isOver(String scope) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(IS_OVER)) {
            statement.setString(1, deployment);
            statement.setString(2, scope);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the snapshot can't be read", e);
        }
    }

    void end(String scope) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(END)) {
            statement.setString(1, deployment);
            statement.setString(2, scope);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the end of the snapshot can't be saved", e);
        }
    }
}
