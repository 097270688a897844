package dev.greenroom.catalogsync;

import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** What tests do to the database behind the service's back. */
@ApplicationScoped
public class TestDatabase {
    private final Sql sql;

    TestDatabase(Sql sql) {
        this.sql = sql;
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
        return sql.row("select count(*) as rows from " + table, row -> row.integer("rows"))
                .orElseThrow();
    }

    public boolean holds(String question) {
        return sql.row("select (" + question + ") as answer", row -> row.truth("answer"))
                .orElseThrow();
    }

    public void execute(String statement) {
        sql.change(statement);
    }
}
