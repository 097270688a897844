package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderToken;
import dev.greenroom.auth.coder.CoderUsersClient;
import dev.greenroom.auth.coder.TokenCheckOutcome;
import dev.greenroom.contracts.UserRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Links a user with the Coder user whose token they bring, or renews the link. Coder is asked first, outside of any
 * transaction; then account, grant and message are written in one.
 */
@ApplicationScoped
class LinkAccount {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final CoderUsersClient coder;
    private final AccountStore accounts;
    private final GrantStore grants;
    private final LinkGrant linkGrant;
    private final Clock clock;

    LinkAccount(CoderUsersClient coder, AccountStore accounts, GrantStore grants, LinkGrant linkGrant, Clock clock) {
        this.coder = coder;
        this.accounts = accounts;
        this.grants = grants;
        this.linkGrant = linkGrant;
        this.clock = clock;
    }

    /** @param consent null leaves it as it is */
    LinkOutcome link(UserRef user, CoderToken token, @Nullable Boolean consent) {
        return switch (coder.check(token)) {
            case TokenCheckOutcome.Valid valid ->
                QuarkusTransaction.requiringNew().call(() -> write(user, token, consent, valid));
            case TokenCheckOutcome.Refused() -> new LinkOutcome.TokenRefused();
            case TokenCheckOutcome.Limited(var retryAfter) -> new LinkOutcome.CoderUnavailable(retryAfter);
            case TokenCheckOutcome.Unavailable() -> new LinkOutcome.CoderUnavailable(RETRY_AFTER);
        };
    }

    private LinkOutcome write(
            UserRef user, CoderToken token, @Nullable Boolean consent, TokenCheckOutcome.Valid valid) {
        var claimed = accounts.claim(user, valid.user());
        var grant = grants.claim(accounts.deployment(), valid.user());
        if (linkGrant.isTaken(grant, claimed.account())) {
            return new LinkOutcome.CoderUserTaken();
        }
        var neededItsUser = grant.needsItsUser();
        grants.keep(grant, token, valid.expiresAt(), clock.instant());
        var others = neededItsUser || grant.needsItsUser() ? claimed.others() : List.<Account>of();
        return new LinkOutcome.Linked(linkGrant.link(claimed.account(), grant, consent, others));
    }
}
