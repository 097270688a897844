package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.workspace.operation.Operation;
import dev.greenroom.workspace.pause.PauseStore;
import dev.greenroom.workspace.queue.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether nothing may be begun with nobody asking: an admin has paused it, or the operator wants a dry run. It is looked
 * up each time, so that a pause counts for all replicas at once; what has begun at Coder is finished.
 */
@ApplicationScoped
public class Halt {

    /** A resumption wakes what rests; this is for what began to rest at the same moment, and for the end of a dry run. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final PauseStore pause;
    private final PreprovisionConfig config;

    Halt(PauseStore pause, PreprovisionConfig config) {
        this.pause = pause;
        this.config = config;
    }

    /** What becomes of an operation that may not be begun now; empty where it may go on. */
    public Optional<Step> of(Operation operation) {
        var unbegun = operation.command().cause() == Cause.PREPROVISION && !operation.begun();
        return (unbegun ? reason() : Optional.<WaitsFor>empty())
                .map(reason -> new Step.Held(
                        REST, config.deadline(), "nothing is begun that nobody asked for: " + reason.code()));
    }

    /** Why nothing may be begun; empty where it may. */
    Optional<WaitsFor> reason() {
        if (config.dryRun()) {
            return Optional.of(WaitsFor.DRY_RUN);
        }
        return pause.state().paused() ? Optional.of(WaitsFor.PAUSE) : Optional.empty();
    }
}
