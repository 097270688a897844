package dev.greenroom.auth.account;

import dev.greenroom.contracts.UserRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Sees to it that a user's token lasts before it is lent. However many ask, in one process or in many, Coder is asked
 * once: the others of this process wait for the same answer, and those of others for the row to change.
 */
@ApplicationScoped
public class FreshTokens {
    /** For how long a loan has to be good at least: for some calls of Coder's. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final AccountStore accounts;
    private final GrantStore grants;
    private final RefreshGrant refresh;
    private final Clock clock;
    private final ConcurrentHashMap<UUID, CompletableFuture<RefreshOutcome>> inFlight = new ConcurrentHashMap<>();

    FreshTokens(AccountStore accounts, GrantStore grants, RefreshGrant refresh, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.refresh = refresh;
        this.clock = clock;
    }

    /** Blocks while Coder is asked, and never for longer than ten seconds. What came of it stands in the grant. */
    public void ensure(UserRef user) {
        ensure(() -> accounts.find(user).flatMap(Account::grant));
    }

    /** Alike, for a grant that something else than an account holds. */
    public void ensure(UUID grantId) {
        ensure(() -> grants.findByIdOptional(grantId));
    }

    private void ensure(Supplier<Optional<Grant>> find) {
        due(find).ifPresent(due -> {
            if (refreshOnce(due) instanceof RefreshOutcome.Taken) {
                awaitOthers(due);
            }
        });
    }

    private record Due(UUID id, long generation) {}

    private Optional<Due> due(Supplier<Optional<Grant>> find) {
        return QuarkusTransaction.requiringNew()
                .call(() -> find.get()
                        .filter(grant ->
                                grant.needsRefreshBefore(clock.instant().plus(MARGIN)))
                        .map(grant -> new Due(grant.id(), grant.generation())));
    }

    private RefreshOutcome refreshOnce(Due due) {
        var mine = new CompletableFuture<RefreshOutcome>();
        var other = inFlight.putIfAbsent(due.id(), mine);
        if (other != null) {
            return other.join();
        }
        try {
            mine.complete(refresh.refresh(due.id(), due.generation()));
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
        } finally {
            inFlight.remove(due.id());
        }
        return mine.join();
    }

    /** Another process is at it: its answer is in the row, or its lease ends. */
    private void awaitOthers(Due due) {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end && isUnderWay(due)) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isUnderWay(Due due) {
        return QuarkusTransaction.requiringNew()
                .call(() -> grants.findByIdOptional(due.id())
                        .filter(grant -> grant.generation() == due.generation())
                        .filter(grant -> grant.isBeingRefreshed(clock.instant()))
                        .isPresent());
    }
}
