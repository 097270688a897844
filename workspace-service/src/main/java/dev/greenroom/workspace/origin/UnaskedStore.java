package dev.greenroom.workspace.origin;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The workspaces that came up with nobody asking. */
@ApplicationScoped
public class UnaskedStore {

    private final Sql sql;

    UnaskedStore(Sql sql) {
        this.sql = sql;
    }

    /** Those of some entities that run, or are about to, by the build that created them, as the view has them; by owner. */
    public List<Unasked> untouched(Collection<String> entityKeys) {
        return sql.rows("""
                SELECT origin.* FROM workspace_origin origin JOIN viewed_workspace view ON view.key = origin.key
                WHERE entity_key = ANY (?::text[]) AND cause = 'PREPROVISION' AND gone_at IS NULL
                    AND NOT view.removed AND view.build_id = origin.build_id
                    AND view.status IN ('pending', 'starting', 'running')
                ORDER BY origin.key""", UnaskedStore::read, entityKeys);
    }

    /** Empty for a workspace that somebody has asked for, or that was created elsewhere. */
    public Optional<Unasked> find(String deployment, UserRef owner, UUID workspaceId) {
        return sql.row(
                "SELECT * FROM workspace_origin WHERE key = ? AND cause = 'PREPROVISION'",
                UnaskedStore::read,
                deployment + "/" + owner + " " + workspaceId);
    }

    private static Unasked read(Row row) throws SQLException {
        return Unasked.of(
                row.id("workspace_id"),
                row.text("owner_key"),
                row.text("entity_key"),
                row.id("command_id"),
                row.idOrNull("build_id"));
    }
}
