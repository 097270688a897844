package dev.greenroom.gateway.routes;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;

/**
 * Lets through the headers that are named here, and says itself who asked. What is not named is dropped, so that no
 * hop-by-hop header, cookie or forged {@code X-Forwarded-*} has to be known by name.
 */
final class PassingHeaders implements ProxyInterceptor {
    private static final List<String> TO_SERVICES =
            List.of("Authorization", "Accept", "Content-Type", "Idempotency-Key", "traceparent", "tracestate");
    /** The last two are of the page after Coder's consent. */
    private static final List<String> TO_CLIENTS = List.of(
            "Content-Type",
            "Content-Length",
            "Location",
            "Retry-After",
            "Allow",
            "WWW-Authenticate",
            "Content-Security-Policy",
            "Cross-Origin-Opener-Policy");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request().proxiedRequest();
        keepOnly(TO_SERVICES, context.request().headers());
        setForwarded(request, context.request().headers());
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        keepOnly(TO_CLIENTS, context.response().headers());
        return context.sendResponse();
    }

    static void keepOnly(List<String> names, MultiMap headers) {
        var kept = MultiMap.caseInsensitiveMultiMap();
        names.forEach(name -> kept.add(name, headers.getAll(name)));
        headers.setAll(kept);
    }

    private static void setForwarded(HttpServerRequest request, MultiMap headers) {
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        headers.set("X-Forwarded-Host", request.authority().toString());
    }
}
