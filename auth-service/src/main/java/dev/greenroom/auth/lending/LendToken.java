package dev.greenroom.auth.lending;

import dev.greenroom.auth.account.FreshTokens;
import dev.greenroom.auth.account.Granted;
import dev.greenroom.auth.account.Grants;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lends a linked user's token, refreshed where it would not last, unless lending is frozen. No loan without its record:
 * both are one transaction, committed before the answer.
 */
@ApplicationScoped
class LendToken {
    private final Grants grants;
    private final FreshTokens fresh;
    private final LendingStore lending;
    private final LoanStore loans;
    private final Clock clock;
    private final MeterRegistry meters;
    private final String deployment;

    LendToken(
            Grants grants,
            FreshTokens fresh,
            LendingStore lending,
            LoanStore loans,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.grants = grants;
        this.fresh = fresh;
        this.lending = lending;
        this.loans = loans;
        this.clock = clock;
        this.meters = meters;
        this.deployment = deployment;
    }

    LoanOutcome lend(LoanRequest request, String borrower) {
        if (!request.deployment().equals(deployment)) {
            return counted("account-required", new LoanOutcome.AccountRequired());
        }
        fresh.ensure(request.userRef());
        return QuarkusTransaction.requiringNew().call(() -> lendUnlessFrozen(request, borrower));
    }

    private LoanOutcome lendUnlessFrozen(LoanRequest request, String borrower) {
        if (lending.state().frozen()) {
            return counted("frozen", new LoanOutcome.Frozen());
        }
        return grants.of(request.userRef())
                .map(granted -> lend(granted, request, borrower))
                .orElseGet(() -> counted("account-required", new LoanOutcome.AccountRequired()));
    }

    private LoanOutcome lend(Granted granted, LoanRequest request, String borrower) {
        if (lives(granted)) {
            return counted("lent", record(granted, request, borrower));
        }
        return granted.refreshable()
                ? counted("coder-unavailable", new LoanOutcome.CoderUnavailable())
                : counted("account-required", new LoanOutcome.AccountRequired());
    }

    private boolean lives(Granted granted) {
        var end = granted.account().expiresAt();
        return end == null || clock.instant().isBefore(end);
    }

    private LoanOutcome record(Granted granted, LoanRequest request, String borrower) {
        var account = granted.account();
        var loan = new LoanRecord(clock.instant(), borrower, request, granted);
        loans.persist(loan);
        return new LoanOutcome.Lent(new Loan(
                loan.id(),
                granted.token(),
                account.expiresAt(),
                account.coderUserId(),
                account.coderUsername(),
                account.linkGeneration()));
    }

    private LoanOutcome counted(String outcome, LoanOutcome result) {
        meters.counter("greenroom.loans", "outcome", outcome).increment();
        return result;
    }
}
