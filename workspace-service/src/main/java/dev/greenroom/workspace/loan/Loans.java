package dev.greenroom.workspace.loan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.account.AccountStore;
import dev.greenroom.workspace.account.AccountsChanged;
import dev.greenroom.workspace.coder.CoderToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lends users' access tokens, in memory only and for a short while. What the database knows of the account, which all
 * replicas share, ends a remembered loan early: after an unlink or another link none of them uses it, and the replica
 * that heard of it drops it at once.
 */
@ApplicationScoped
public class Loans {

    /** A token that ends sooner is not worth remembering: a call may take as long. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Remembered(Loan loan, Instant until) {}

    private final LoanClient client;
    private final AccountStore accounts;
    private final LoanConfig config;
    private final Clock clock;
    private final Cache<String, Remembered> remembered;

    Loans(LoanClient client, AccountStore accounts, LoanConfig config, Clock clock) {
        this.client = client;
        this.accounts = accounts;
        this.config = config;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(config.users())
                .expireAfterWrite(config.remember())
                .scheduler(Scheduler.systemScheduler())
                .build();
    }

    /** Whether an account is linked decides auth-service: its event may not have come through yet. */
    public LoanOutcome borrow(String deployment, UserRef user) {
        var known = remembered.getIfPresent(keyOf(deployment, user));
        if (known != null
                && clock.instant().isBefore(known.until())
                && accounts.find(deployment, user)
                        .map(account -> account.mayStillHave(known.loan().linkGeneration()))
                        .orElse(true)) {
            return new LoanOutcome.Lent(known.loan());
        }
        return ask(deployment, user);
    }

    /** Coder refused the loan's token: it is not used again, and auth-service is told, which asks Coder itself. */
    public RefusalOutcome refused(String deployment, UserRef user, Loan loan) {
        remembered
                .asMap()
                .computeIfPresent(
                        keyOf(deployment, user), (_, known) -> known.loan().equals(loan) ? null : known);
        return client.refused(loan.loanId());
    }

    /** What has changed may be the token: the next loan is a new one, or none. */
    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountsChanged changed) {
        changed.latest().forEach(event -> forget(event.deployment(), event.userRef()));
    }

    private void forget(String deployment, UserRef user) {
        remembered.invalidate(keyOf(deployment, user));
    }

    private LoanOutcome ask(String deployment, UserRef user) {
        forget(deployment, user);
        return switch (client.borrow(deployment, user)) {
            case LoanClient.Answer.Lent(var terms) -> new LoanOutcome.Lent(remember(keyOf(deployment, user), terms));
            case LoanClient.Answer.NotLinked _ -> new LoanOutcome.NotLinked();
            case LoanClient.Answer.Away(var why) -> new LoanOutcome.Away(why);
        };
    }

    private Loan remember(String key, LoanAnswer terms) {
        var loan = new Loan(terms.loanId(), new CoderToken(terms.accessToken()), terms.linkGeneration());
        var longest = clock.instant().plus(config.remember());
        var ends = terms.expiresAt();
        var until = ends == null || ends.minus(MARGIN).isAfter(longest) ? longest : ends.minus(MARGIN);
        remembered.put(key, new Remembered(loan, until));
        return loan;
    }

    private static String keyOf(String deployment, UserRef user) {
        return deployment + "/" + user;
    }
}
