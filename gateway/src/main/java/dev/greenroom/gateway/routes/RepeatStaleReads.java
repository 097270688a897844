package dev.greenroom.gateway.routes;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Set;

/**
 * Repeats a read, once, whose pooled connection the service had closed. The last interceptor: only what it does itself
 * is done again.
 */
enum RepeatStaleReads implements ProxyInterceptor {
    INSTANCE;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest()
                .recover(failure -> isStale(failure, context) ? context.sendRequest() : Future.failedFuture(failure));
    }

    private static boolean isStale(Throwable failure, ProxyContext context) {
        return failure instanceof HttpClosedException
                && READS.contains(context.request().getMethod())
                && context.request().getBody() == null;
    }
}
