package dev.greenroom.auth.account;

import dev.greenroom.contracts.UserRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Sees to it that a user's token lasts before it is lent. */
@ApplicationScoped
public class FreshTokens {
    /** For how long a loan has to be good at least: for some calls of Coder's. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final AccountStore accounts;
    private final GrantStore grants;
    private final RefreshOnce refresh;
    private final Clock clock;

    FreshTokens(AccountStore accounts, GrantStore grants, RefreshOnce refresh, Clock clock) {
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
        due(find).ifPresent(refresh::refresh);
    }

    private Optional<Tokens> due(Supplier<Optional<Grant>> find) {
        return QuarkusTransaction.requiringNew()
                .call(() -> find.get()
                        .filter(grant ->
                                grant.needsRefreshBefore(clock.instant().plus(MARGIN)))
                        .map(Tokens::of));
    }
}
