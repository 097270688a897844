package dev.greenroom.auth.lending;

import dev.greenroom.auth.account.CheckGrant;
import dev.greenroom.auth.account.CheckOutcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Hears from a borrower that Coder refused the token of a loan, and finds out what that token is good for. */
@ApplicationScoped
class HearRefusal {
    private final LoanStore loans;
    private final CheckGrant checkGrant;

    HearRefusal(LoanStore loans, CheckGrant checkGrant) {
        this.loans = loans;
        this.checkGrant = checkGrant;
    }

    /** Empty where the borrower has no such loan. */
    Optional<CheckOutcome> hear(long loanId, String borrower) {
        return QuarkusTransaction.requiringNew()
                .call(() -> loans.find(loanId, borrower))
                .map(loan -> checkGrant.check(loan.grantId(), loan.grantGeneration()));
    }
}
