package dev.greenroom.gateway.workspaces;

import dev.greenroom.gateway.commands.TraceContext;
import dev.greenroom.gateway.door.ProvenUser;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Reads in workspace-service's answer whether the view is due, and leaves that out of what the client sees: a client
 * goes by {@code refreshedAt}.
 */
@ApplicationScoped
public class NoticeDueRefresh {
    private static final Logger LOG = Logger.getLogger(NoticeDueRefresh.class);
    private static final String REFRESH_DUE = "refreshDue";

    private final RefreshWorkspaces refresh;

    NoticeDueRefresh(RefreshWorkspaces refresh) {
        this.refresh = refresh;
    }

    /** For one look of one caller. */
    public ProxyInterceptor in(RoutingContext look) {
        return new ProxyInterceptor() {
            @Override
            public Future<Void> handleProxyResponse(ProxyContext context) {
                var answer = context.response();
                if (answer.getStatusCode() != 200 || answer.getBody() == null) {
                    return context.sendResponse();
                }
                return wholeOf(answer)
                        .map(body -> answer.setBody(Body.body(read(body, look))))
                        .compose(ready -> context.sendResponse());
            }
        };
    }

    private static Future<Buffer> wholeOf(ProxyResponse answer) {
        var whole = Buffer.buffer();
        var stream = answer.getBody().stream();
        var end = Promise.<Buffer>promise();
        stream.exceptionHandler(end::tryFail);
        stream.endHandler(done -> end.tryComplete(whole));
        stream.handler(whole::appendBuffer);
        stream.resume();
        return end.future();
    }

    private Buffer read(Buffer body, RoutingContext look) {
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
