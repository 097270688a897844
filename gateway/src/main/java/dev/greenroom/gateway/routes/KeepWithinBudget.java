package dev.greenroom.gateway.routes;

import dev.greenroom.coder.RequestBudget;
import dev.greenroom.coder.RequestsLeft;
import dev.greenroom.gateway.door.SessionToken;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Answers in Coder's place where one more request would come close to its limit, which the user shares with
 * workspace-service.
 *
 * @param path that Coder is asked for, without the query
 */
record KeepWithinBudget(RequestBudget budget, String path) implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var token = context.request().headers().get(SessionToken.HEADER);
        var key = RequestBudget.Key.of(token, path);
        return budget.take(key)
                .map(pause -> Future.succeededFuture(OwnAnswer.of(CodersProblem.limited(pause), context)))
                .orElseGet(() -> context.sendRequest().onSuccess(answer -> heed(answer, key)));
    }

    private void heed(ProxyResponse answer, RequestBudget.Key key) {
        RequestsLeft.of(answer.headers()::get).ifPresent(left -> budget.answered(key, left));
    }
}
