package dev.greenroom.workspace.admin;

import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import dev.greenroom.workspace.database.UnreadableRow;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The commands' rows, as operators ask for them. */
@ApplicationScoped
class AdminCommandStore {

    private static final String AGAIN = """
            UPDATE command SET
                seq = DEFAULT, at_head = false, due = clock_timestamp(), status = 'ACCEPTED', revision = revision + 1,
                progress = NULL, attempts = 0, failure_code = NULL, failure_message = NULL, waits_for = NULL,
                deadline = ?, message = jsonb_set(message, '{deadline}', to_jsonb(?::text)), updated_at = ?
            WHERE id = ? AND status = 'FAILED'
            RETURNING *""";

    private final Sql sql;
    private final String deployment;

    AdminCommandStore(Sql sql, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.sql = sql;
        this.deployment = deployment;
    }

    /** A page of them, behind that place, null for none, those that came last first. What only a later version can read is left out. */
    List<AdminCommand> list(CommandState state, @Nullable Long before, int most) {
        return sql
                .rows(
                        "SELECT * FROM command WHERE message ->> 'deployment' = ? AND " + state.condition()
                                + " AND seq < ? ORDER BY seq DESC LIMIT ?",
                        AdminCommandStore::read,
                        deployment,
                        before == null ? Long.MAX_VALUE : before,
                        most)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** One that has not settled is due now. @return whether there is such a one */
    boolean hurry(UUID id) {
        return sql.change(
                        "UPDATE command SET due = clock_timestamp(), attempts = 0"
                                + " WHERE id = ? AND status IN ('ACCEPTED', 'RUNNING')",
                        id)
                == 1;
    }

    /** One that has failed is accepted again, behind all that came since. */
    Optional<Operation> again(WorkspaceCommand command, Instant deadline, Instant now) {
        return sql.row(AGAIN, OperationStore::read, deadline, deadline.toString(), now, command.id());
    }

    private static Optional<AdminCommand> read(Row row) throws SQLException {
        try {
            var operation = OperationStore.read(row);
            var due = operation.status().settled() ? null : row.instant("due");
            return Optional.of(AdminCommand.of(row.number("seq"), operation, row.textOrNull("waits_for"), due));
        } catch (UnreadableRow e) {
            return Optional.empty();
        }
    }
}
