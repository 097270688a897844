package dev.greenroom.gateway.routes;

import dev.greenroom.problems.ProblemAnswer;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;

/** A problem that clients of Coder understand, too: they look for {@code message} (recordings 05-errors). */
final class CodersProblem {
    private CodersProblem() {}

    static void send(RoutingContext context, HttpProblem problem) {
        ProblemAnswer.send(context, withMessage(problem));
    }

    static HttpProblem withMessage(HttpProblem problem) {
        return HttpProblem.builder(problem).with("message", problem.getDetail()).build();
    }
}
