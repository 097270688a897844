package dev.greenroom.workspace.neighbours;

import dev.greenroom.contracts.Message;
import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks into the service's tables, where the API does not show what a test has to wait for. */
@ApplicationScoped
public class Database {

    private final Sql sql;

    Database(Sql sql) {
        this.sql = sql;
    }

    /** Whether that configuration or account was read, or a later one. */
    public boolean knows(Message state) {
        return count("""
                        SELECT count(*) AS count FROM (
                            SELECT key, revision FROM entity_configuration
                            UNION ALL SELECT key, revision FROM coder_account) known
                        WHERE key || '@' || revision = ?""", state.messageId()) == 1;
    }

    public long count(String query, Object... parameters) {
        return sql.row(query, row -> row.number("count"), parameters).orElseThrow();
    }

    public String text(String query, Object... parameters) {
        return sql.row(query, row -> row.text("text"), parameters).orElseThrow();
    }

    public void change(String statement, Object... parameters) {
        sql.change(statement, parameters);
    }
}
