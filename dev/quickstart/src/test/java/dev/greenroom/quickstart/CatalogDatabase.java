package dev.greenroom.quickstart;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at catalog-sync-service's tables behind its back, and changes what only other replicas or time could. */
final class CatalogDatabase {
    private final String url;
    private final String password;

    CatalogDatabase(int port, String password) {
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/catalog_sync";
        this.password = password;
    }

    /** How often the lease was taken. */
    long epoch() {
        return query("select epoch from catalog_lease", row -> row.getLong(1)).getFirst();
    }

    /** As another replica would that leads for a moment. */
    void takeTheLeaseAndLeaveIt() {
        execute("update catalog_lease set epoch = epoch + 1, until = clock_timestamp()");
    }

    /** As it was before the catalog was read whole. */
    void forgetTheSnapshot() {
        execute("delete from catalog_snapshot");
    }

    /** The newest pass that was written down. */
    long lastPass() {
        return query("select coalesce(max(id), 0) from catalog_pass", row -> row.getLong(1))
                .getFirst();
    }

    /** Whether a pass that was written down after this one was complete and had nothing to say, and nothing waits. */
    boolean isAtRestAfter(long pass) {
        return query("""
                        select not exists (select from outbox) and not exists (select from catalog_hint)
                           and exists (select from catalog_pass
                                        where id > %d and outcome = 'COMPLETE' and changed = 0 and withdrawn = 0)
                        """.formatted(pass), row -> row.getBoolean(1)).getFirst();
    }

    /** All that is known of entities and groups. */
    List<String> known() {
        return query("""
                        select entity::text from catalog_entity as entity
                         union all select problem::text from catalog_problem as problem
                         union all select known::text from catalog_group as known order by 1
                        """, row -> row.getString(1));
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> row) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "catalog_sync", password);
    }
}
