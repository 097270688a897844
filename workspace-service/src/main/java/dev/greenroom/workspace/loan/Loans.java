package dev.greenroom.workspace.loan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.account.Account;
import dev.greenroom.workspace.account.AccountStore;
import dev.greenroom.workspace.coder.CoderToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lends users' access tokens, in memory only and for a short while. What the database knows of the account, which all
 * replicas share, ends a remembered loan early: after an unlink or another link none of them uses it.
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
        this.remembered = Caffeine.newBuilder().maximumSize(config.users()).build();
    }

    /** Whether an account is linked decides auth-service: its event may not have come through yet. */
    public LoanOutcome borrow(String deployment, UserRef user) {
        var known = remembered.getIfPresent(keyOf(deployment, user));
        if (known != null
                && clock.instant().isBefore(known.until())
                && accounts.find(deployment, user)
                        .map(account -> stillOf(account, known.loan()))
                        .orElse(true)) {
            return new LoanOutcome.Lent(known.loan());
        }
        return ask(deployment, user);
    }

    /** Coder refused that user's token: the next loan is a new one. */
    public void forget(String deployment, UserRef user) {
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
        var loan = new Loan(new CoderToken(terms.accessToken()), terms.linkGeneration(), true);
        var longest = clock.instant().plus(config.remember());
        var ends = terms.expiresAt();
        var until = ends == null || ends.minus(MARGIN).isAfter(longest) ? longest : ends.minus(MARGIN);
        remembered.put(key, new Remembered(loan.remembered(), until));
        return loan;
    }

    /** An unlink of which the link was never seen counts for all links: auth-service knows better. */
    private static boolean stillOf(Account account, Loan loan) {
        return account.linked()
                ? account.linkGeneration() <= loan.linkGeneration()
                : account.linkGeneration() > 0 && account.linkGeneration() < loan.linkGeneration();
    }

    private static String keyOf(String deployment, UserRef user) {
        return deployment + "/" + user;
    }
}
