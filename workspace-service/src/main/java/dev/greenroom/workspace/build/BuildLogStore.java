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
        sql.change("""
                INSERT INTO build_log (command_id, text) VALUES (?, ?)
                ON CONFLICT (command_id) DO UPDATE SET text = excluded.text""", operationId, log.text());
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
