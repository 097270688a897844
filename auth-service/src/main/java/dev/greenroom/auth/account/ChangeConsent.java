package dev.greenroom.auth.account;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Gives or withdraws a linked user's consent to workspaces that nobody asked for, without a token. */
@ApplicationScoped
class ChangeConsent {
    private final AccountStore accounts;
    private final Outbox outbox;
    private final Clock clock;

    ChangeConsent(AccountStore accounts, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Empty where the user has no linked account. */
    @Transactional
    Optional<LinkedAccount> change(UserRef user, boolean consent) {
        return accounts.lock(user)
                .filter(account -> account.linked().isPresent())
                .flatMap(account -> change(account, consent));
    }

    private Optional<LinkedAccount> change(Account account, boolean consent) {
        if (account.consent(consent)) {
            outbox.add(account.toEvent(clock.instant()));
        }
        return account.linked();
    }
}
