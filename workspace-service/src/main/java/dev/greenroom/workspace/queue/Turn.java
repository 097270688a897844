package dev.greenroom.workspace.queue;

import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One owner's turn with the command that it is about. Belongs to one thread. */
public final class Turn {

    private final TurnStore turns;
    private final Claim claim;
    private final Instant begunAt;
    private Operation operation;
    private long heldUntilNanos;

    /**
     * @param begunAt on the database's clock
     * @param heldUntilNanos of {@link System#nanoTime()}, counted from before the claim, so that this process lets go
     *     earlier than the database does
     */
    Turn(TurnStore turns, Claim claim, Operation operation, Instant begunAt, long heldUntilNanos) {
        this.turns = turns;
        this.claim = claim;
        this.operation = operation;
        this.begunAt = begunAt;
        this.heldUntilNanos = heldUntilNanos;
    }

    public Operation operation() {
        return operation;
    }

    /** When the turn was claimed, on the database's clock. What is read at Coder in this turn is at least as new. */
    public Instant begunAt() {
        return begunAt;
    }

    public boolean pastDeadline() {
        return !begunAt.isBefore(operation.command().deadline());
    }

    /** From now on the command is done with the rights of this link. */
    public void with(long linkGeneration) {
        operation = operation.with(linkGeneration);
    }

    /** The link with whose rights it is done; there is one once there was a loan. */
    public long linkGeneration() {
        return Objects.requireNonNull(operation.linkGeneration(), "done with nobody's rights");
    }

    /**
     * Makes sure that the turn lasts for another call of that length.
     *
     * @throws LostTurn where it is somebody else's by now
     */
    public void holdFor(Duration call) {
        if (heldUntilNanos - System.nanoTime() < call.toNanos()) {
            heldUntilNanos = turns.renew(claim);
        }
    }

    /**
     * Writes down what is about to be done, before it is done, and holds on to the turn.
     *
     * @throws LostTurn where it is somebody else's by now: then it must not be done
     */
    public void record(Progress progress, @Nullable UUID workspaceId) {
        var next = operation.underWay(progress, workspaceId, turns.now());
        heldUntilNanos = turns.record(claim, operation, next);
        operation = next;
    }

    /**
     * Ends the turn.
     *
     * @throws LostTurn where it is somebody else's by now: then nothing was written
     */
    public void end(Step step) {
        operation = turns.end(claim, operation, step);
    }
}
