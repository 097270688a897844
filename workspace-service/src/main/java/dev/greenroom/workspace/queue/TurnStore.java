package dev.greenroom.workspace.queue;

import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import dev.greenroom.workspace.database.UnreadableRow;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationEvents;
import dev.greenroom.workspace.operation.OperationStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes, holds and ends turns: each in one short transaction, none of which waits for anything but PostgreSQL. */
@ApplicationScoped
public class TurnStore {

    private static final Logger LOG = Logger.getLogger(TurnStore.class);

    private final Sql sql;
    private final OwnerQueueStore queue;
    private final OperationStore operations;
    private final OperationEvents events;
    private final EndOfTurn endOfTurn;
    private final QueueConfig config;
    private final Clock clock;

    TurnStore(
            Sql sql,
            OwnerQueueStore queue,
            OperationStore operations,
            OperationEvents events,
            EndOfTurn endOfTurn,
            QueueConfig config,
            Clock clock) {
        this.sql = sql;
        this.queue = queue;
        this.operations = operations;
        this.events = events;
        this.endOfTurn = endOfTurn;
        this.config = config;
        this.clock = clock;
    }

    /** Takes the next turn; empty where nobody has anything to do now. */
    public Optional<Turn> take() {
        while (true) {
            var heldUntil = System.nanoTime() + config.lease().toNanos();
            var tried = QuarkusTransaction.requiringNew()
                    .call(() -> queue.claim(config.lease()).map(claim -> new Tried(headOf(claim, heldUntil))));
            if (tried.isEmpty()) {
                return Optional.empty();
            }
            if (tried.get().turn().isPresent()) {
                return tried.get().turn();
            }
        }
    }

    private record Tried(Optional<Turn> turn) {}

    /** A statement of its own: read together with the claim, one head was given out twice. */
    private Optional<Turn> headOf(Claim claim, long heldUntil) {
        var head = sql.row("""
                SELECT command.*, clock_timestamp() AS begun_at FROM command
                WHERE owner_key = ? AND track = ? AND status IN ('ACCEPTED', 'RUNNING')
                    AND (at_head AND due <= clock_timestamp() OR greatest(deadline, due) <= clock_timestamp())
                ORDER BY due, seq LIMIT 1""", row -> read(row, claim, heldUntil), claim.ownerKey(), claim.track());
        var turn = head.flatMap(found -> switch (found) {
            case Head.Readable readable -> Optional.of(readable.turn());
            case Head.Unreadable unreadable -> {
                leaveToALaterVersion(unreadable);
                yield Optional.empty();
            }
        });
        if (turn.isEmpty()) {
            queue.release(claim);
        }
        return turn;
    }

    private sealed interface Head {
        record Readable(Turn turn) implements Head {}

        record Unreadable(UUID commandId, UnreadableRow why) implements Head {}
    }

    private Head read(Row row, Claim claim, long heldUntil) throws SQLException {
        try {
            return new Head.Readable(
                    new Turn(this, claim, OperationStore.read(row), row.instant("begun_at"), heldUntil));
        } catch (UnreadableRow e) {
            return new Head.Unreadable(row.id("id"), e);
        }
    }

    /** Nobody else's turn may end for it, and it may not be lost: a later version of this service can carry it out. */
    private void leaveToALaterVersion(Head.Unreadable head) {
        LOG.warnf(
                "operation left to a later version of this service operation=%s cause=%s",
                head.commandId(), head.why().getMessage());
        queue.putOff(head.commandId(), config.lease());
    }

    Instant now() {
        return clock.instant();
    }

    long renew(Claim claim) {
        var heldUntil = System.nanoTime() + config.lease().toNanos();
        QuarkusTransaction.requiringNew().run(() -> hold(claim));
        return heldUntil;
    }

    long record(Claim claim, Operation before, Operation next) {
        var heldUntil = System.nanoTime() + config.lease().toNanos();
        QuarkusTransaction.requiringNew().run(() -> {
            hold(claim);
            operations.save(next);
            if (next.revision() != before.revision()) {
                events.tell(next);
            }
        });
        return heldUntil;
    }

    Operation end(Claim claim, Operation operation, Step step) {
        return QuarkusTransaction.requiringNew().call(() -> {
            hold(claim);
            var ended = endOfTurn.write(claim, operation, step);
            queue.release(claim);
            return ended;
        });
    }

    private void hold(Claim claim) {
        if (!queue.renew(claim, config.lease())) {
            throw new LostTurn(claim);
        }
    }
}
