package dev.greenroom.gateway.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Changes what a service says to a client's {@code GET} before the client sees it. An answer that is no JSON object is
 * the service's failure: it could not be told what is in it.
 */
record RewriteAnswer(RoutingContext call, Function<ObjectNode, CompletionStage<ObjectNode>> change)
        implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest()
                .compose(answer -> isView(answer) ? rewrite(answer) : Future.succeededFuture(answer));
    }

    private static boolean isView(ProxyResponse answer) {
        return answer.getStatusCode() == 200 && answer.request().getMethod() == HttpMethod.GET;
    }

    private Future<ProxyResponse> rewrite(ProxyResponse answer) {
        // The change may end on another request's thread, where both wait for the same question.
        var here = call.vertx().getOrCreateContext();
        return wholeOf(answer)
                .map(body -> Json.decodeValue(body, ObjectNode.class))
                .compose(view -> Future.fromCompletionStage(change.apply(view), here))
                .map(changed -> answer.setBody(Body.body(Json.encodeToBuffer(changed))));
    }

    private static Future<Buffer> wholeOf(ProxyResponse answer) {
        var whole = Buffer.buffer();
        var end = Promise.<Buffer>promise();
        var stream = answer.getBody().stream();
        stream.exceptionHandler(end::tryFail);
        stream.endHandler(done -> end.tryComplete(whole));
        stream.handler(whole::appendBuffer);
        stream.resume();
        return end.future();
    }
}
