package dev.greenroom.gateway.routes;

import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * Answers for a service that does not answer, or fails: 503, and when to come back. Which service it was stands in
 * our log, not in the answer. A client that has gone away is no outage.
 */
record OutageAnswer(Upstream upstream, Duration retryAfter) implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(OutageAnswer.class);

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest()
                .map(response -> response.getStatusCode() < 500 ? response : failed(response, context))
                .otherwise(failure -> away(failure, context));
    }

    private ProxyResponse failed(ProxyResponse response, ProxyContext context) {
        if (response.getStatusCode() == 503) {
            return response;
        }
        LOG.errorf("%s answered %d to %s", upstream, response.getStatusCode(), lineOf(context));
        response.release();
        return OwnAnswer.of(problem(), context);
    }

    private ProxyResponse away(Throwable failure, ProxyContext context) {
        var level = context.request().proxiedRequest().response().closed() ? Level.DEBUG : Level.WARN;
        LOG.logf(level, "%s does not answer %s: %s", upstream, lineOf(context), failure);
        return OwnAnswer.of(problem(), context);
    }

    private HttpProblem problem() {
        return switch (upstream) {
            case CODER ->
                CodersProblem.withMessage(
                        Problem.unavailable("coder-unavailable", "Coder does not answer now.", retryAfter));
            case WORKSPACE_SERVICE, AUTH_SERVICE, CATALOG_SYNC_SERVICE ->
                Problem.unavailable(
                        "service-unavailable",
                        "A part of Greenroom that this needs is away; try again later.",
                        retryAfter);
        };
    }

    private static String lineOf(ProxyContext context) {
        var request = context.request().proxiedRequest();
        return request.method() + " " + request.path();
    }
}
