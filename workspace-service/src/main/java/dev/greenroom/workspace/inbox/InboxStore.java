package dev.greenroom.workspace.inbox;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.greenroom.contracts.MessageType;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.workspace.database.SqlStore;
import dev.greenroom.workspace.database.StoredMessage;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.queue.Lane;
import dev.greenroom.workspace.queue.Track;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Inserts commands whose id was never seen. */
@ApplicationScoped
class InboxStore {

    private static final String INSERT = """
            INSERT INTO command (
                id, owner_key, track, lane, due, message_type, message,
                status, revision, deadline, accepted_at, updated_at)
            SELECT id::uuid, owner_key, track, lane, clock_timestamp(), message_type, message::jsonb,
                'ACCEPTED', 1, deadline::timestamptz, ?, ?
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                WITH ORDINALITY AS news (id, owner_key, track, lane, message_type, message, deadline, position)
            ORDER BY position
            ON CONFLICT (id) DO NOTHING
            RETURNING id""";

    private final SqlStore sql;
    private final Clock clock;

    InboxStore(SqlStore sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @return those that are new, in their order */
    List<Operation> insertUnknown(List<? extends WorkspaceCommand> commands) {
        var firsts = commands.stream()
                .collect(toMap(
                        WorkspaceCommand::id,
                        command -> (WorkspaceCommand) command,
                        (first, _) -> first,
                        LinkedHashMap<UUID, WorkspaceCommand>::new))
                .values();
        var now = clock.instant();
        var inserted = sql
                .rows(
                        INSERT,
                        row -> row.id("id"),
                        now,
                        now,
                        each(firsts, WorkspaceCommand::id),
                        each(firsts, WorkspaceCommand::key),
                        each(firsts, Track::of),
                        each(firsts, Lane::of),
                        each(firsts, command -> MessageType.of(command).type()),
                        each(firsts, StoredMessage::write),
                        each(firsts, WorkspaceCommand::deadline))
                .stream()
                .collect(toSet());
        return firsts.stream()
                .filter(command -> inserted.contains(command.id()))
                .map(command -> Operation.accepted(command, now))
                .toList();
    }

    private static List<?> each(Collection<WorkspaceCommand> commands, Function<WorkspaceCommand, ?> part) {
        return commands.stream().map(part).toList();
    }
}
