package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.account.GrantLinkOutcome;
import dev.greenroom.auth.account.Grants;
import dev.greenroom.contracts.UserRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Finishes a link for the user who began it, and for nobody else. A code that somebody else brings is good no longer:
 * it has been where it should not be.
 */
@ApplicationScoped
class RedeemCode {
    private final LinkAttemptStore attempts;
    private final Grants grants;
    private final Clock clock;

    RedeemCode(LinkAttemptStore attempts, Grants grants, Clock clock) {
        this.attempts = attempts;
        this.grants = grants;
        this.clock = clock;
    }

    /** @param consent null leaves it as it is */
    @Transactional
    RedeemOutcome redeem(UserRef user, Secret code, @Nullable Boolean consent) {
        return attempts.byCode(code)
                .filter(attempt -> !attempt.isOver(clock.instant()))
                .map(attempt -> redeem(attempt, user, consent))
                .orElseGet(RedeemOutcome.CodeRefused::new);
    }

    private RedeemOutcome redeem(LinkAttempt attempt, UserRef user, @Nullable Boolean consent) {
        if (!attempt.user().equals(user)) {
            attempts.take(attempt);
            return new RedeemOutcome.CodeRefused();
        }
        return switch (grants.link(user, attempt.grantId().orElseThrow(), consent)) {
            case GrantLinkOutcome.Linked(var account) ->
                attempts.take(attempt) ? new RedeemOutcome.Linked(account) : redeemedMeanwhile();
            case GrantLinkOutcome.CoderUserTaken _ -> new RedeemOutcome.CoderUserTaken();
            case GrantLinkOutcome.Gone _ -> new RedeemOutcome.CodeRefused();
        };
    }

    /** An attempt ends after its grant is locked, as where the grant ends: only now it is known who was first. */
    private static RedeemOutcome redeemedMeanwhile() {
        QuarkusTransaction.setRollbackOnly();
        return new RedeemOutcome.CodeRefused();
    }
}
