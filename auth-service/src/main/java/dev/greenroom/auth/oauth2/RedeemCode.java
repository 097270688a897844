package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.account.GrantLinkOutcome;
import dev.greenroom.auth.account.Grants;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
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
        var attempt = attempts.byCode(code).filter(found -> !found.isOver(clock.instant()));
        if (attempt.isEmpty()) {
            return new RedeemOutcome.CodeRefused();
        }
        if (!attempt.get().user().equals(user)) {
            attempts.delete(attempt.get());
            return new RedeemOutcome.CodeRefused();
        }
        return attempt.flatMap(LinkAttempt::grantId)
                .<RedeemOutcome>flatMap(grant -> switch (grants.link(user, grant, consent)) {
                    case GrantLinkOutcome.Linked(var account) -> {
                        attempts.delete(attempt.get());
                        yield Optional.of(new RedeemOutcome.Linked(account));
                    }
                    case GrantLinkOutcome.CoderUserTaken _ -> Optional.of(new RedeemOutcome.CoderUserTaken());
                    case GrantLinkOutcome.Gone _ -> Optional.empty();
                })
                .orElseGet(RedeemOutcome.CodeRefused::new);
    }
}
