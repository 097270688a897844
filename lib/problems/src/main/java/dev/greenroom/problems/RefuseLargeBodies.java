package dev.greenroom.problems;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Says {@code too-large} where Quarkus would end the answer to an announced body of too many bytes with nothing. */
@ApplicationScoped
class RefuseLargeBodies {
    /** Before Quarkus' own limit, which runs at order -2. */
    private static final int PRIORITY = 100;

    private final long limit;

    RefuseLargeBodies(VertxHttpConfig http) {
        limit = http.limits().maxBodySize().map(size -> size.asLongValue()).orElse(Long.MAX_VALUE);
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuse, PRIORITY);
    }

    private void refuse(RoutingContext context) {
        if (announcedLength(context) <= limit) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        ProblemAnswer.send(context, Problem.of(StandardProblem.TOO_LARGE.status()));
    }

    private static long announcedLength(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
