package dev.greenroom.workspace.inbox;

import static java.util.stream.Collectors.toMap;

import dev.greenroom.contracts.MessageType;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.database.Sql;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inserts commands whose id was never seen. A pre-provisioning that has failed and left nothing at Coder is accepted
 * again: its id is that of the one opt-in, and what was wrong may have been mended since. So is a command that could not be
 * kept before, and was never begun.
 *
 * <p>Each is stamped with the link that its owner is known to have, so that none is done with the rights of a later one.
 * Commands and accounts come on topics that don't wait for each other. Where no link is known, the command may have been
 * asked for under one that has not come through yet: then its first loan tells which it is, and where there is none, the
 * owner has to link first. Where an older one is known, the command fails, and its owner asks again. Where a later one
 * is known already than it was asked for under, the stamp is wrong: that the command is older than the link is found
 * when it is to be carried out ({@link Operation#mayBeDoneWith}), so that nothing is done with a wrong person's rights.
 */
@ApplicationScoped
class InboxStore {

    private static final String INSERT = """
            INSERT INTO command (
                id, owner_key, track, lane, due, message_type, message,
                status, revision, link_generation, workspace_id, deadline, accepted_at, updated_at)
            SELECT id::uuid, owner_key, track, lane, clock_timestamp(), message_type, message::jsonb,
                'ACCEPTED', 1, account.link_generation, (message::jsonb ->> 'workspaceId')::uuid,
                deadline::timestamptz, ?, ?
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                WITH ORDINALITY AS news (id, owner_key, track, lane, message_type, message, deadline, position)
                LEFT JOIN coder_account account ON account.key = news.owner_key AND account.linked
            ORDER BY position
            ON CONFLICT (id) DO UPDATE SET
                seq = DEFAULT, at_head = false, due = excluded.due, message = excluded.message,
                status = excluded.status, revision = command.revision + 1, progress = NULL, attempts = 0,
                link_generation = excluded.link_generation, failure_code = NULL, failure_message = NULL,
                deadline = excluded.deadline, accepted_at = excluded.accepted_at, updated_at = excluded.updated_at
            WHERE command.status = 'FAILED' AND (command.failure_code = 'command-unreadable'
                OR command.workspace_id IS NULL
                    AND command.message ->> 'cause' = 'PREPROVISION' AND excluded.message ->> 'cause' = 'PREPROVISION')
            RETURNING id, revision, link_generation""";

    private final Sql sql;
    private final Clock clock;

    InboxStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @return those that were accepted, in their order */
    List<Operation> insert(List<? extends WorkspaceCommand> commands) {
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
                        row -> new Inserted(row.id("id"), row.number("revision"), row.numberOrNull("link_generation")),
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
                .collect(toMap(Inserted::id, Function.identity()));
        return firsts.stream()
                .flatMap(command -> Stream.ofNullable(inserted.get(command.id()))
                        .map(row -> Operation.accepted(command, row.revision(), row.linkGeneration(), now)))
                .toList();
    }

    private record Inserted(
            UUID id, long revision, @Nullable Long linkGeneration) {}

    private static List<?> each(Collection<WorkspaceCommand> commands, Function<WorkspaceCommand, ?> part) {
        return commands.stream().map(part).toList();
    }
}
