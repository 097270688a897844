package dev.greenroom.gateway.routes;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jspecify.annotations.Nullable;

/**
 * Asks the service for what we routed by, and not for what the client wrote, with the body that was read at the door.
 *
 * @param target path and query
 */
record RewriteTarget(String target, @Nullable Buffer body) implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        context.request().setURI(target);
        if (body == null) {
            // Nobody else would read the end of a request without a body, and its connection would serve no other.
            context.request().proxiedRequest().resume();
        }
        context.request().setBody(body == null ? null : Body.body(body));
        return context.sendRequest();
    }
}
