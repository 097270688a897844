package dev.greenroom.auth.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Refreshes pairs of tokens before anybody has to wait for it, and whether or not anybody uses them now. */
@ApplicationScoped
class RefreshAhead {
    private static final Logger LOG = Logger.getLogger(RefreshAhead.class);
    private static final int AT_A_TIME = 50;

    private final DueGrantStore due;
    private final RefreshGrant refresh;
    private final Clock clock;

    RefreshAhead(DueGrantStore due, RefreshGrant refresh, Clock clock) {
        this.due = due;
        this.refresh = refresh;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        due().forEach(this::refresh);
    }

    /** One that fails, such as one that no key opens, keeps no other from its turn. */
    private void refresh(Tokens tokens) {
        try {
            refresh.refresh(tokens.grant(), tokens.generation());
        } catch (RuntimeException e) {
            LOG.errorf("grant not refreshed grant=%s cause=%s", tokens.grant(), e);
        }
    }

    private List<Tokens> due() {
        return QuarkusTransaction.requiringNew()
                .call(() -> due.toRefresh(clock.instant(), AT_A_TIME).stream()
                        .map(Tokens::of)
                        .toList());
    }
}
