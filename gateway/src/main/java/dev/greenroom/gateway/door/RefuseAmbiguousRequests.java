package dev.greenroom.gateway.door;

import dev.greenroom.problems.Problem;
import dev.greenroom.problems.ProblemAnswer;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;

/** Runs before everything else, CORS and authentication too: refuses what Vert.x lets pass and others may misread. */
@ApplicationScoped
class RefuseAmbiguousRequests {
    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(RefuseAmbiguousRequests::check, BEFORE_ALL_OTHERS);
    }

    private static void check(RoutingContext context) {
        objectionTo(context.request())
                .ifPresentOrElse(
                        problem -> {
                            context.response().putHeader("Connection", "close");
                            ProblemAnswer.send(context, problem);
                        },
                        context::next);
    }

    private static Optional<HttpProblem> objectionTo(HttpServerRequest request) {
        if (!METHODS.contains(request.method())) {
            return Optional.of(Problem.of(405, "method-not-allowed", "This method is not taken here."));
        }
        if (request.headers().getAll("Host").size() != 1) {
            return Optional.of(Problem.of(400, "invalid-request", "The request must name one host."));
        }
        if (!RequestTarget.isPlain(request.uri())) {
            return Optional.of(Problem.of(
                    400,
                    "invalid-request",
                    "The request's target can be read in more than one way: it must be a path without empty or dot"
                            + " segments, semicolons, fragments or needless percent-encoding."));
        }
        return Optional.empty();
    }
}
