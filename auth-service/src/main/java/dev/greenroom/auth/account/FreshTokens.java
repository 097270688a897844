package dev.greenroom.auth.account;

import dev.greenroom.contracts.UserRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Sees to it that a user's token lasts before it is lent. */
@ApplicationScoped
public class FreshTokens {
    /** For how long a loan has to be good at least: for some calls of Coder's. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final AccountStore accounts;
    private final RefreshOnce refresh;
    private final Clock clock;

    FreshTokens(AccountStore accounts, RefreshOnce refresh, Clock clock) {
        this.accounts = accounts;
        this.refresh = refresh;
        this.clock = clock;
    }

    /** Blocks while Coder is asked, and never for longer than ten seconds. What came of it stands in the grant. */
    public void ensure(UserRef user) {
        due(user).ifPresent(refresh::refresh);
    }

    private Optional<Tokens> due(UserRef user) {
        return QuarkusTransaction.requiringNew()
                .call(() -> accounts.find(user)
                        .flatMap(Account::grant)
                        .filter(grant ->
                                grant.needsRefreshBefore(clock.instant().plus(MARGIN)))
                        .map(Tokens::of));
    }
}
