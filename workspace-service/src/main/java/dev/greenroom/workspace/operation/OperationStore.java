package dev.greenroom.workspace.operation;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceEvent.Failure;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import dev.greenroom.workspace.database.StoredMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The commands' rows, one at a time. */
@ApplicationScoped
public class OperationStore {

    private final Sql sql;

    OperationStore(Sql sql) {
        this.sql = sql;
    }

    public Optional<Operation> find(UUID id) {
        return sql.row("SELECT * FROM command WHERE id = ?", OperationStore::read, id);
    }

    /** Whether the owner has a list to come, so that nobody needs to ask for another. */
    public boolean listIsWaiting(String ownerKey) {
        return sql.row("""
                SELECT 1 AS found FROM command
                WHERE owner_key = ? AND track = 'LISTS' AND status IN ('ACCEPTED', 'RUNNING') LIMIT 1""", row -> row.number("found"), ownerKey).isPresent();
    }

    /** Writes what a turn made of an operation; it is due now, if it is still open. */
    public void save(Operation operation) {
        save(operation, Duration.ZERO, null);
    }

    /**
     * @param delay until it is due again, but not past its deadline
     * @param lane what keeps its order from now on; unchanged where null
     */
    public void save(Operation operation, Duration delay, @Nullable String lane) {
        save(operation, delay, lane, null);
    }

    /** It has to wait. @param why for operators; nothing in it is secret */
    public void putOff(Operation operation, Duration delay, String why) {
        save(operation, delay, null, why);
    }

    private void save(Operation operation, Duration delay, @Nullable String lane, @Nullable String why) {
        var failure = operation.failure();
        sql.change(
                """
                UPDATE command SET
                    status = ?, revision = ?, progress = ?::jsonb, attempts = ?, link_generation = ?::bigint,
                    workspace_id = ?::uuid, failure_code = ?, failure_message = ?, updated_at = ?,
                    due = least(deadline, clock_timestamp() + ? * interval '1 millisecond'),
                    lane = coalesce(?, lane), waits_for = ?
                WHERE id = ?""",
                operation.status(),
                operation.revision(),
                operation.progress(),
                operation.attempts(),
                operation.linkGeneration(),
                operation.workspaceId(),
                failure == null ? null : failure.code(),
                failure == null ? null : failure.message(),
                operation.updatedAt(),
                delay.toMillis(),
                lane,
                why,
                operation.id());
    }

    /**
     * Deletes what settled longer ago than that, but for pre-provisioning: those ids are remembered for good, since
     * they keep a workspace that its user deleted from coming back.
     */
    int forgetSettledBefore(Duration age) {
        return sql.change("""
                DELETE FROM command
                WHERE status IN ('SUCCEEDED', 'FAILED') AND message ->> 'cause' = 'REQUESTED'
                    AND updated_at < clock_timestamp() - ? * interval '1 second'""", age.toSeconds());
    }

    /** Reads one row of {@code command}. */
    public static Operation read(Row row) throws SQLException {
        return new Operation(
                StoredMessage.read(row, WorkspaceCommand.class),
                OperationStatus.valueOf(row.text("status")),
                row.number("revision"),
                row.textOrNull("progress"),
                (int) row.number("attempts"),
                row.numberOrNull("link_generation"),
                row.idOrNull("workspace_id"),
                failure(row),
                row.instant("accepted_at"),
                row.instant("updated_at"));
    }

    private static @Nullable Failure failure(Row row) throws SQLException {
        var code = row.textOrNull("failure_code");
        return code == null ? null : new Failure(code, row.text("failure_message"));
    }
}
