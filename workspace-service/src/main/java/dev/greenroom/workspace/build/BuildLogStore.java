package dev.greenroom.workspace.build;

import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The logs of builds by which operations have failed. They go with their operations. */
@ApplicationScoped
public class BuildLogStore {

    private final Sql sql;

    BuildLogStore(Sql sql) {
        this.sql = sql;
    }

    void keep(UUID operationId, BuildLog log) {
        sql.change("INSERT INTO build_log (command_id, text) VALUES (?, ?)", operationId, log.text());
    }

    /** The operation is tried again: what it fails with then is another build, or none. */
    public void forget(UUID operationId) {
        sql.change("DELETE FROM build_log WHERE command_id = ?", operationId);
    }

    public Optional<BuildLog> find(UUID operationId) {
        return sql.row(
                "SELECT text FROM build_log WHERE command_id = ?", row -> new BuildLog(row.text("text")), operationId);
    }

    /** Whether there is one. */
    public boolean has(UUID operationId) {
        return sql.row("SELECT 1 AS found FROM build_log WHERE command_id = ?", row -> row.number("found"), operationId)
                .isPresent();
    }
}
