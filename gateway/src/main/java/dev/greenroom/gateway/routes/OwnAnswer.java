package dev.greenroom.gateway.routes;

import dev.greenroom.problems.ProblemAnswer;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;

/** Answers a request that was to be passed on with a problem of ours, in place of whoever was asked. */
final class OwnAnswer {
    private OwnAnswer() {}

    static ProxyResponse of(HttpProblem problem, ProxyContext context) {
        var answer = context.request().release().response().setStatusCode(problem.getStatusCode());
        problem.getHeaders().forEach((name, value) -> answer.putHeader(name, value.toString()));
        var path = context.request().proxiedRequest().path();
        return answer.putHeader("Content-Type", ProblemAnswer.MEDIA_TYPE)
                .setBody(Body.body(ProblemAnswer.body(problem, path)));
    }
}
