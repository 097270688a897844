package dev.greenroom.gateway.routes;

import dev.greenroom.gateway.commands.TraceContext;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.workspaces.RefreshWorkspaces;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/**
 * Reads in workspace-service's answer whether the view is due, and leaves that out of what the client sees: a client
 * goes by {@code refreshedAt}. For one look of one caller.
 */
record NoticeDueRefresh(RoutingContext look, RefreshWorkspaces refresh) implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(NoticeDueRefresh.class);
    private static final String REFRESH_DUE = "refreshDue";

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest()
                .compose(answer -> isView(answer)
                        ? wholeOf(answer).map(body -> answer.setBody(Body.body(read(body))))
                        : Future.succeededFuture(answer));
    }

    private static boolean isView(ProxyResponse answer) {
        return answer.getStatusCode() == 200 && answer.request().getMethod() == HttpMethod.GET;
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

    private Buffer read(Buffer body) {
        try {
            var view = new JsonObject(body);
            if (Boolean.TRUE.equals(view.remove(REFRESH_DUE))) {
                var traceparent = look.request().getHeader(TraceContext.HEADER);
                refresh.soon(ProvenUser.of(look), TraceContext.of(traceparent));
            }
            return view.toBuffer();
        } catch (DecodeException e) {
            LOG.warn("workspace-service answers with a list that is no JSON object");
            return body;
        }
    }
}
