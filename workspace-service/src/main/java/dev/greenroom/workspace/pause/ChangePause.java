package dev.greenroom.workspace.pause;

import dev.greenroom.contracts.UserRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Pauses pre-provisioning, or resumes it, for all replicas at once. No change without its record: one transaction. */
@ApplicationScoped
public class ChangePause {

    private static final Logger LOG = Logger.getLogger(ChangePause.class);

    private final PauseStore store;
    private final Event<Resumed> resumed;
    private final Clock clock;

    ChangePause(PauseStore store, Event<Resumed> resumed, Clock clock) {
        this.store = store;
        this.resumed = resumed;
        this.clock = clock;
    }

    /** Nothing is recorded where it was so already, for the same reason. */
    public void change(PauseRequest wanted, UserRef by) {
        if (QuarkusTransaction.requiringNew().call(() -> write(wanted, by))) {
            LOG.warnf(
                    "pre-provisioning %s by=%s reason=\"%s\"",
                    wanted.paused() ? "paused" : "resumed", by, wanted.reason());
        }
    }

    /** @return whether it was not so before */
    private boolean write(PauseRequest wanted, UserRef by) {
        var now = clock.instant();
        var before = store.claim();
        var after = before.changed(wanted, by, now);
        if (after == before) {
            return false;
        }
        store.keep(after, now);
        if (before.paused() && !after.paused()) {
            resumed.fire(new Resumed());
        }
        return true;
    }
}
