package dev.greenroom.workspace.preprovision;

import dev.greenroom.workspace.pause.Resumed;
import dev.greenroom.workspace.queue.OwnerQueueStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Looks now and then whether there is room for what waits: an hour has passed, or a workspace is gone. */
@ApplicationScoped
class MakeDueLater {

    private static final Logger LOG = Logger.getLogger(MakeDueLater.class);

    private final PreprovisionPolicy policy;
    private final PreprovisionStore store;
    private final DueStore due;
    private final MakeDue make;
    private final OwnerQueueStore queue;

    MakeDueLater(
            PreprovisionPolicy policy, PreprovisionStore store, DueStore due, MakeDue make, OwnerQueueStore queue) {
        this.policy = policy;
        this.store = store;
        this.due = due;
        this.make = make;
        this.queue = queue;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        while (policy.enabled() && due.any() && some() > 0) {
            LOG.debug("more may be due");
        }
    }

    /** Where another replica looks just now, it makes what there is room for. */
    private int some() {
        return QuarkusTransaction.requiringNew().call(() -> store.othersAreLockedOut() ? make.some() : 0);
    }

    /** At once, in the transaction that resumes: what was held back in the inbox, and what was not made. */
    void on(@Observes Resumed resumed) {
        store.lockOthersOut();
        queue.wakeHeld();
        if (policy.enabled()) {
            make.some();
        }
    }
}
