package dev.greenroom.workspace.list;

import dev.greenroom.workspace.coder.CoderClient;
import dev.greenroom.workspace.list.UpkeepStore.Due;
import dev.greenroom.workspace.loan.Loan;
import dev.greenroom.workspace.loan.LoanOutcome;
import dev.greenroom.workspace.loan.Loans;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.view.Listing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the workspaces of those whom nobody looks at, so that what they do in Coder's own pages shows some time: the one
 * whose view is oldest first, so many a second over all replicas. Whoever looks has theirs read by a command.
 */
@ApplicationScoped
class KeepViewsFresh {

    private static final Logger LOG = Logger.getLogger(KeepViewsFresh.class);

    private final UpkeepStore store;
    private final UpkeepConfig config;
    private final Loans loans;
    private final CoderClient coder;
    private final ReadWorkspaces read;
    private final String deployment;

    KeepViewsFresh(
            UpkeepStore store,
            UpkeepConfig config,
            Loans loans,
            CoderClient coder,
            ReadWorkspaces read,
            @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.store = store;
        this.config = config;
        this.loans = loans;
        this.coder = coder;
        this.read = read;
        this.deployment = deployment;
    }

    /** Where Coder is slow, or away, there is no next round before this one is over. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() throws InterruptedException {
        if (config.ownersPerSecond() <= 0) {
            return;
        }
        var due = store.take(config.ownersPerSecond(), config.notBefore());
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            readers.invokeAll(
                    due.stream().map(one -> (Callable<Void>) () -> read(one)).toList());
        }
    }

    private Void read(Due due) {
        switch (loans.borrow(deployment, due.owner())) {
            case LoanOutcome.Lent(var loan) -> {
                var listing = new Listing(deployment, due.owner(), loan.linkGeneration(), due.since(), false);
                show(due, loan, read.all(listing, coder.reading(loan.token())));
            }
            case LoanOutcome.NotLinked _ -> LOG.debugf("view not read owner=%s reason=\"not linked\"", due.owner());
            case LoanOutcome.Away(var why) -> LOG.debugf("view not read owner=%s reason=\"%s\"", due.owner(), why);
        }
        return null;
    }

    /** Where it could not be read, the next round that takes this owner tries again. */
    private void show(Due due, Loan loan, ReadOutcome outcome) {
        switch (outcome) {
            case ReadOutcome.Read(var show) -> QuarkusTransaction.requiringNew().run(show);
            case ReadOutcome.NotRead(var instead) -> {
                if (instead instanceof Step.TokenRefused) {
                    loans.refused(deployment, due.owner(), loan);
                }
                LOG.debugf("view not read owner=%s reason=\"%s\"", due.owner(), instead);
            }
        }
    }
}
