package dev.greenroom.workspace.pause;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether pre-provisioning of this deployment is paused, and each change of that. */
@ApplicationScoped
public class PauseStore {

    private final Sql sql;
    private final String deployment;

    PauseStore(Sql sql, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.sql = sql;
        this.deployment = deployment;
    }

    /** As the database has it now: nothing is remembered, so that a pause counts for all replicas at once. */
    public PauseState state() {
        return sql.row("SELECT * FROM preprovision_pause WHERE deployment = ?", PauseStore::read, deployment)
                .orElse(PauseState.NEVER_PAUSED);
    }

    /** The state; whoever else wants to change it waits until the caller's transaction ends. */
    PauseState claim() {
        sql.change("INSERT INTO preprovision_pause (deployment) VALUES (?) ON CONFLICT DO NOTHING", deployment);
        return sql.row("SELECT * FROM preprovision_pause WHERE deployment = ? FOR UPDATE", PauseStore::read, deployment)
                .orElseThrow();
    }

    /** Keeps the state, and for the audit that it was changed. */
    void keep(PauseState state, Instant now) {
        sql.change(
                "UPDATE preprovision_pause SET paused = ?, since = ?, changed_by = ?, reason = ? WHERE deployment = ?",
                state.paused(),
                state.since(),
                String.valueOf(state.changedBy()),
                state.reason(),
                deployment);
        sql.change("""
                INSERT INTO preprovision_pause_change (deployment, paused, changed_at, changed_by, reason)
                VALUES (?, ?, ?, ?, ?)""", deployment, state.paused(), now, String.valueOf(state.changedBy()), state.reason());
    }

    private static PauseState read(Row row) throws SQLException {
        return new PauseState(
                row.truth("paused"),
                row.instantOrNull("since"),
                Optional.ofNullable(row.textOrNull("changed_by"))
                        .map(UserRef::parse)
                        .orElse(null),
                row.textOrNull("reason"));
    }
}
