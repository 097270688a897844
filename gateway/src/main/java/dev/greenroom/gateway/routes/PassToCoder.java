package dev.greenroom.gateway.routes;

import dev.greenroom.gateway.loan.LoanOutcome;
import dev.greenroom.gateway.loan.LoansClient;
import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Passes requests of the drop-in on to Coder, with the vault's token in place of the caller's. Errors of ours are
 * problems, and have Coder's {@code message} besides, which its clients look for.
 */
@ApplicationScoped
class PassToCoder {
    private static final String SCHEME = "Bearer ";

    private final PassOn pass;
    private final LoansClient loans;

    PassToCoder(PassOn pass, LoansClient loans) {
        this.pass = pass;
        this.loans = loans;
    }

    /** @param path at Coder */
    void to(String path, RoutingContext context) {
        tokenOf(context.request())
                .ifPresentOrElse(
                        token -> exchange(token, path, context),
                        () -> CodersProblem.send(context, Problem.unauthenticated()));
    }

    private void exchange(String token, String path, RoutingContext context) {
        var here = context.vertx().getOrCreateContext();
        Future.fromCompletionStage(loans.exchange(token).subscribeAsCompletionStage(), here)
                .onFailure(context::fail)
                .onSuccess(outcome -> go(outcome, path, context));
    }

    private void go(LoanOutcome outcome, String path, RoutingContext context) {
        switch (outcome) {
            case LoanOutcome.Lent(var lent) -> pass.toCoder(path, lent, context);
            case LoanOutcome.TokenRefused() -> CodersProblem.send(context, signedOut());
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

    /** Coder itself takes its own header before the other, where both come (recordings 01-basics). */
    private static Optional<String> tokenOf(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(CodersHeaders.TOKEN))
                .or(() -> Optional.ofNullable(request.getHeader("Authorization"))
                        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                        .map(header -> header.substring(SCHEME.length()).strip()))
                .filter(token -> !token.isEmpty());
    }
}
