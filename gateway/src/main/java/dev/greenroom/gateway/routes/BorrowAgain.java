package dev.greenroom.gateway.routes;

import dev.greenroom.gateway.door.SessionToken;
import dev.greenroom.gateway.loan.LoanOutcome;
import dev.greenroom.gateway.loan.LoansClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Tells auth-service that Coder has refused a lent token, and asks once more with the next: Coder ends a token in the
 * moment in which it is refreshed, be it on its way to a request. Only reads come here, and may be repeated.
 *
 * @param lent the loan that the request goes out with
 * @param next borrows for the same caller
 * @param here where the request is handled
 */
record BorrowAgain(LoansClient loans, LoanOutcome.Lent lent, Uni<LoanOutcome> next, Context here)
        implements ProxyInterceptor {
    private static final int UNAUTHENTICATED = 401;

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest()
                .compose(answer -> answer.getStatusCode() == UNAUTHENTICATED
                        ? again(answer, context)
                        : Future.succeededFuture(answer));
    }

    private Future<ProxyResponse> again(ProxyResponse refusal, ProxyContext context) {
        refusal.release();
        var another = loans.tellOfRefusal(lent).chain(() -> next);
        return Future.fromCompletionStage(another.subscribeAsCompletionStage(), here)
                .compose(outcome -> switch (outcome) {
                    case LoanOutcome.Lent fresh -> {
                        context.request().headers().set(SessionToken.HEADER, fresh.token());
                        yield context.sendRequest();
                    }
                    case LoanOutcome.NotLent none ->
                        Future.succeededFuture(OwnAnswer.of(CodersProblem.of(none), context));
                });
    }
}
