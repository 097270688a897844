package dev.greenroom.auth.lending;

import dev.greenroom.auth.account.FreshTokens;
import dev.greenroom.auth.account.Granted;
import dev.greenroom.auth.account.Grants;
import dev.greenroom.auth.signin.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lends a user's token, refreshed where it would not last, unless lending is frozen. No loan without its record:
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

    /** Lends to a service by itself, for a user whose account is linked. */
    LoanOutcome lend(LoanRequest request, String borrower) {
        if (!request.deployment().equals(deployment)) {
            return counted("account-required", new LoanOutcome.AccountRequired());
        }
        fresh.ensure(request.userRef());
        return lendUnlessFrozen(() -> grants.of(request.userRef())
                .map(account -> lend(
                        account.granted(), Beneficiary.of(request.userRef(), account.linkGeneration()), borrower)));
    }

    /** Lends in exchange for the access token of a session. */
    LoanOutcome lend(Sessions.Found session, String borrower) {
        fresh.ensure(session.grantId());
        return lendUnlessFrozen(() -> grants.of(session.grantId())
                .map(granted -> lend(granted, Beneficiary.of(session.sessionId()), borrower)));
    }

    private LoanOutcome lendUnlessFrozen(Supplier<Optional<LoanOutcome>> lend) {
        return QuarkusTransaction.requiringNew()
                .call(() -> lending.state().frozen()
                        ? counted("frozen", new LoanOutcome.Frozen())
                        : lend.get().orElseGet(() -> counted("account-required", new LoanOutcome.AccountRequired())));
    }

    private LoanOutcome lend(Granted granted, Beneficiary beneficiary, String borrower) {
        if (lives(granted)) {
            return counted("lent", record(granted, beneficiary, borrower));
        }
        return granted.refreshable()
                ? counted("coder-unavailable", new LoanOutcome.CoderUnavailable())
                : counted("account-required", new LoanOutcome.AccountRequired());
    }

    private boolean lives(Granted granted) {
        var end = granted.expiresAt();
        return end == null || clock.instant().isBefore(end);
    }

    private LoanOutcome record(Granted granted, Beneficiary beneficiary, String borrower) {
        var loan = new LoanRecord(clock.instant(), borrower, deployment, granted, beneficiary);
        loans.persist(loan);
        return new LoanOutcome.Lent(new Loan(
                loan.id(),
                granted.token(),
                granted.expiresAt(),
                granted.user().id(),
                granted.user().username(),
                beneficiary.linkGeneration()));
    }

    private LoanOutcome counted(String outcome, LoanOutcome result) {
        meters.counter("greenroom.loans", "outcome", outcome).increment();
        return result;
    }
}
