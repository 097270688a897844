package dev.greenroom.workspace.work;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.WorkspaceEvent.Failure;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.operation.OperationEvents;
import dev.greenroom.workspace.queue.LostTurn;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.queue.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Carries one turn through to its end. Never throws: whatever goes wrong, the command comes again. */
@ApplicationScoped
class TakeTurns {

    private static final Logger LOG = Logger.getLogger(TakeTurns.class);

    private final CarryOutCommand carryOut;

    TakeTurns(CarryOutCommand carryOut) {
        this.carryOut = carryOut;
    }

    void through(Turn turn) {
        try {
            var step = stepOf(turn);
            log(turn, step);
            turn.end(step);
        } catch (LostTurn lost) {
            LOG.infof("turn lost operation=%s reason=\"%s\"", turn.operation().id(), lost.getMessage());
        } catch (RuntimeException e) {
            // The database, most likely: the lease runs out, and somebody takes the turn again.
            LOG.warnf(e, "turn not ended operation=%s", turn.operation().id());
        }
    }

    private Step stepOf(Turn turn) {
        try {
            return carryOut.step(turn);
        } catch (LostTurn lost) {
            throw lost;
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "step failed unexpectedly operation=%s", turn.operation().id());
            return Step.later("an unexpected failure");
        }
    }

    /** Waits are at DEBUG: during an outage each waiting operation comes again and again, and the breaker says so once. */
    private static void log(Turn turn, Step step) {
        var operation = turn.operation();
        switch (step) {
            case Step.Later later ->
                LOG.debugf(
                        "operation waits operation=%s attempts=%d reason=\"%s\"",
                        operation.id(), operation.attempts(), later.why());
            case Step.Failed failed -> logFailure(operation, failed.failure());
            case Step.Succeeded _ -> LOG.debugf("operation succeeded operation=%s", operation.id());
            case Step.Following _ -> LOG.debugf("operation followed operation=%s", operation.id());
            case Step.TokenRefused _ -> LOG.infof("operation's token refused operation=%s", operation.id());
        }
    }

    private static void logFailure(Operation operation, Failure failure) {
        var command = operation.command();
        LOG.infof(
                "operation failed operation=%s owner=%s entity=%s workspace=%s code=%s message=\"%s\"",
                operation.id(),
                command.owner(),
                OperationEvents.entityOf(command).map(EntityRef::toString).orElse("none"),
                Optional.ofNullable(operation.workspaceId()).map(UUID::toString).orElse("none"),
                failure.code(),
                failure.message());
    }
}
