package dev.greenroom.auth.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Refreshes tokens for whoever needs the next ones now. However many ask, in one process or in many, Coder is asked
 * once: the others of this process wait for the same answer, and one of each other process for the row to change.
 */
@ApplicationScoped
class RefreshOnce {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final GrantStore grants;
    private final RefreshGrant refresh;
    private final Clock clock;
    private final InFlight<Tokens, RefreshOutcome> inFlight = new InFlight<>();

    RefreshOnce(GrantStore grants, RefreshGrant refresh, Clock clock) {
        this.grants = grants;
        this.refresh = refresh;
        this.clock = clock;
    }

    /**
     * Blocks while Coder is asked, here or in another process, and for the latter never longer than ten seconds. After
     * {@link RefreshOutcome.Taken} the grant tells what came of it.
     */
    RefreshOutcome refresh(Tokens tokens) {
        return inFlight.once(tokens, () -> refreshOrAwait(tokens));
    }

    private RefreshOutcome refreshOrAwait(Tokens tokens) {
        var outcome = refresh.refresh(tokens.grant(), tokens.generation());
        if (outcome instanceof RefreshOutcome.Taken) {
            awaitOthers(tokens);
        }
        return outcome;
    }

    /** Another process is at it: its answer is in the row, or its lease ends. */
    private void awaitOthers(Tokens tokens) {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end && isUnderWay(tokens)) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isUnderWay(Tokens tokens) {
        return QuarkusTransaction.requiringNew()
                .call(() -> grants.find(tokens)
                        .filter(grant -> grant.isBeingRefreshed(clock.instant()))
                        .isPresent());
    }
}
