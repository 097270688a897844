package dev.greenroom.auth.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Refreshes pairs of tokens before anybody has to wait for it, and whether or not anybody uses them now. */
@ApplicationScoped
class RefreshAhead {
    private static final Logger LOG = Logger.getLogger(RefreshAhead.class);
    private static final int AT_A_TIME = 50;

    private final GrantStore grants;
    private final RefreshGrant refresh;
    private final Clock clock;

    RefreshAhead(GrantStore grants, RefreshGrant refresh, Clock clock) {
        this.grants = grants;
        this.refresh = refresh;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        due().forEach(this::refresh);
    }

    /** One that fails, such as one that no key opens, keeps no other from its turn. */
    private void refresh(Due grant) {
        try {
            refresh.refresh(grant.id(), grant.generation());
        } catch (RuntimeException e) {
            LOG.errorf("grant not refreshed grant=%s cause=%s", grant.id(), e);
        }
    }

    private record Due(UUID id, long generation) {}

    private List<Due> due() {
        return QuarkusTransaction.requiringNew()
                .call(() -> grants.toRefresh(clock.instant(), AT_A_TIME).stream()
                        .map(grant -> new Due(grant.id(), grant.generation()))
                        .toList());
    }
}
