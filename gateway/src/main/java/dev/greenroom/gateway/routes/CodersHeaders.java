package dev.greenroom.gateway.routes;

import dev.greenroom.gateway.door.SessionToken;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;

/**
 * Sends Coder the lent token and nothing else of who asked, and lets Coder's own headers back: not its cookies, which
 * would be another way in.
 */
record CodersHeaders(String lent) implements ProxyInterceptor {
    private static final List<String> TO_CODER = List.of("Accept", "Content-Type");
    private static final List<String> TO_CLIENTS = List.of(
            "Content-Type",
            "Content-Length",
            "Retry-After",
            "X-Coder-Build-Version",
            "X-Coder-Request-Id",
            "X-Ratelimit-Limit",
            "X-Ratelimit-Remaining",
            "X-Ratelimit-Reset");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var headers = context.request().headers();
        PassingHeaders.keepOnly(TO_CODER, headers);
        headers.set(SessionToken.HEADER, lent);
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        PassingHeaders.keepOnly(TO_CLIENTS, context.response().headers());
        return context.sendResponse();
    }

    @Override
    public String toString() {
        return "CodersHeaders[redacted]";
    }
}
