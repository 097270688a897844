package dev.greenroom.gateway.routes;

import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.door.SessionToken;
import dev.greenroom.gateway.loan.LoanOutcome;
import dev.greenroom.gateway.loan.LoansClient;
import dev.greenroom.problems.ProblemAnswer;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Passes requests of the drop-in on to Coder, with the vault's token in place of the caller's. Errors of ours are
 * problems, and have Coder's {@code message} besides, which its clients look for.
 */
@ApplicationScoped
class PassToCoder {
    private final PassOn pass;
    private final LoansClient loans;

    PassToCoder(PassOn pass, LoansClient loans) {
        this.pass = pass;
        this.loans = loans;
    }

    /** @param path at Coder */
    void to(String path, RoutingContext context) {
        var here = context.vertx().getOrCreateContext();
        var loan = SessionToken.of(context.request())
                .map(loans::exchange)
                .orElseGet(() -> loans.onBehalfOf(ProvenUser.of(context)));
        Future.fromCompletionStage(loan.subscribeAsCompletionStage(), here)
                .onFailure(context::fail)
                .onSuccess(outcome -> {
                    switch (outcome) {
                        case LoanOutcome.Lent lent ->
                            pass.toCoder(path, lent, context, new BorrowAgain(loans, lent, loan, here));
                        case LoanOutcome.NotLent none -> ProblemAnswer.send(context, CodersProblem.of(none));
                    }
                });
    }
}
