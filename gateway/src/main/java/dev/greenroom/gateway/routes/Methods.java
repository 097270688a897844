package dev.greenroom.gateway.routes;

import dev.greenroom.problems.Problem;
import dev.greenroom.problems.ProblemAnswer;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be done at a path.
 *
 * @param passed is passed on to a service; HEAD goes with GET
 * @param here is answered by a resource of this module
 */
record Methods(Set<HttpMethod> passed, Set<HttpMethod> here) {

    static Methods passed(HttpMethod... methods) {
        var passed = new HashSet<>(Set.of(methods));
        if (passed.contains(HttpMethod.GET)) {
            passed.add(HttpMethod.HEAD);
        }
        return new Methods(Set.copyOf(passed), Set.of());
    }

    Methods here(HttpMethod... methods) {
        return new Methods(passed, Set.of(methods));
    }

    /** Sends to the handler what is to be passed on, and refuses what nobody takes. */
    Handler<RoutingContext> then(Handler<RoutingContext> passOn) {
        return context -> {
            var method = context.request().method();
            if (passed.contains(method)) {
                passOn.handle(context);
            } else if (here.contains(method)) {
                context.next();
            } else {
                ProblemAnswer.send(context, notAllowed());
            }
        };
    }

    private HttpProblem notAllowed() {
        var allowed = Stream.concat(passed.stream(), here.stream())
                .map(HttpMethod::name)
                .sorted();
        return HttpProblem.builder(Problem.of(405, "method-not-allowed", "This path does not take that method."))
                .withHeader("Allow", allowed.collect(Collectors.joining(", ")))
                .build();
    }
}
