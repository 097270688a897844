package dev.greenroom.catalogsync;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What tests do to the database behind the service's back. */
@ApplicationScoped
public class TestDatabase {
    private final DataSource database;

    TestDatabase(DataSource database) {
        this.database = database;
    }

    /** As if nothing had ever been read. The lease stays, and whoever wants it may take it. */
    public void forget() {
        execute("delete from catalog_entity");
        execute("delete from catalog_group");
        execute("delete from catalog_pass");
        execute("delete from catalog_snapshot");
        execute("delete from catalog_problem");
        execute("delete from catalog_hint");
        execute("delete from catalog_withdrawal_confirmation");
        letTheLeaseRunOut();
    }

    public void letTheLeaseRunOut() {
        execute("update catalog_lease set until = clock_timestamp() - interval '1 second'");
    }

    /** What is missing has been for longer than the service waits. */
    public void letTheGraceEnd() {
        execute("update catalog_entity set missing_since = missing_since - interval '2 hours'");
        execute("update catalog_group set missing_since = missing_since - interval '2 hours'");
    }

    public boolean hasMessagesToSend() {
        return holds("select exists (select from outbox)");
    }

    public boolean isSomebodyWaitingForALock() {
        return holds("select exists (select from pg_locks where not granted)");
    }

    public int count(String table) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean holds(String question) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
