package dev.greenroom.gateway.routes;

import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.door.SessionToken;
import dev.greenroom.gateway.loan.LoanOutcome;
import dev.greenroom.gateway.loan.LoansClient;
import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
                .onSuccess(outcome -> go(outcome, path, context));
    }

    private void go(LoanOutcome outcome, String path, RoutingContext context) {
        switch (outcome) {
            case LoanOutcome.Lent(var lent) -> pass.toCoder(path, lent, context);
            case LoanOutcome.TokenRefused() -> CodersProblem.send(context, signedOut());
            case LoanOutcome.AccountRequired() -> CodersProblem.send(context, notLinked());
            case LoanOutcome.Unavailable(var retryAfter) ->
                CodersProblem.send(
                        context,
                        Problem.unavailable("coder-unavailable", "Coder can't be asked in your name now.", retryAfter));
        }
    }

    private static HttpProblem signedOut() {
        return HttpProblem.builder(Problem.of(401, "session-over", "Sign in with Coder again."))
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }

    private static HttpProblem notLinked() {
        return HttpProblem.builder(Problem.of(401, "account-required", "Link a Coder account in Backstage first."))
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }
}
