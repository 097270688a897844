package dev.greenroom.workspace.queue;

import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationEvents;
import dev.greenroom.workspace.operation.OperationStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Writes what a turn came to, inside the transaction that ends it. */
@ApplicationScoped
class EndOfTurn {

    private final OwnerQueueStore queue;
    private final OperationStore operations;
    private final OperationEvents events;
    private final Outcomes outcomes;
    private final Clock clock;

    EndOfTurn(
            OwnerQueueStore queue, OperationStore operations, OperationEvents events, Outcomes outcomes, Clock clock) {
        this.queue = queue;
        this.operations = operations;
        this.events = events;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    Operation write(Claim claim, Operation operation, Step step) {
        return switch (step) {
            case Step.Later later ->
                wait(
                        operation,
                        later.delay() == null ? BackOff.after(operation.attempts()) : later.delay(),
                        later.why());
            case Step.TokenRefused _ ->
                wait(operation, BackOff.after(operation.attempts()), "Coder refuses the owner's token");
            case Step.Following following -> follow(claim, operation, following);
            case Step.Succeeded succeeded ->
                settle(claim, operation.succeeded(succeeded.workspaceId(), clock.instant()), succeeded.alongside());
            case Step.Failed failed ->
                settle(claim, operation.failed(failed.failure(), clock.instant()), failed.alongside());
        };
    }

    private Operation wait(Operation operation, Duration delay, String why) {
        var waiting = operation.attempted();
        operations.putOff(waiting, delay, why);
        return waiting;
    }

    private Operation follow(Claim claim, Operation operation, Step.Following following) {
        var next = operation.underWay(following.progress(), following.workspaceId(), clock.instant());
        var left = queue.laneOf(operation.id());
        operations.save(next, following.delay(), following.lane());
        if (!left.equals(following.lane())) {
            changeLane(claim, operation, left, following.lane());
        }
        following.alongside().run();
        if (next.revision() != operation.revision()) {
            events.tell(next);
        }
        return next;
    }

    private void changeLane(Claim claim, Operation operation, String left, String joined) {
        queue.stepBack(operation.id());
        queue.promote(List.of(claim.ownerKey(), claim.ownerKey()), List.of(left, joined));
    }

    private Operation settle(Claim claim, Operation settled, Runnable alongside) {
        operations.save(settled);
        queue.promote(List.of(claim.ownerKey()), List.of(queue.laneOf(settled.id())));
        alongside.run();
        events.tell(settled);
        outcomes.count(settled);
        return settled;
    }
}
