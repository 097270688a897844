package dev.greenroom.standins.coder.http;

import dev.greenroom.standins.coder.steering.Ledger;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The routes, and what is said where there is none. */
public final class Endpoints {

    private static final System.Logger LOG = System.getLogger(Endpoints.class.getName());

    private final Router router;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, Set<String>> methods = new TreeMap<>();

    public Endpoints(Router router, Ledger ledger, Clock clock) {
        this.router = router;
        this.ledger = ledger;
        this.clock = clock;
    }

    public void get(String path, Handling handling) {
        on(HttpMethod.GET, path, handling);
    }

    public void post(String path, Handling handling) {
        on(HttpMethod.POST, path, handling);
    }

    public void put(String path, Handling handling) {
        on(HttpMethod.PUT, path, handling);
    }

    public void patch(String path, Handling handling) {
        on(HttpMethod.PATCH, path, handling);
    }

    public void delete(String path, Handling handling) {
        on(HttpMethod.DELETE, path, handling);
    }

    /** To be called last: paths with other methods answer 405 without a body, other paths of the API 404. */
    public void complete() {
        methods.forEach((path, allowed) -> router.route(path).handler(context -> {
            context.response().putHeader("Allow", allowed);
            exchange(context).empty(405);
        }));
        router.route().handler(context -> exchange(context).message(404, "Route not found."));
        router.errorHandler(500, this::fail);
        router.errorHandler(400, this::fail);
    }

    Exchange exchange(RoutingContext context) {
        return new Exchange(context, ledger, clock);
    }

    private void on(HttpMethod method, String path, Handling handling) {
        methods.computeIfAbsent(path, any -> new TreeSet<>()).add(method.name());
        router.route(method, path).handler(context -> {
            Exchange exchange = exchange(context);
            try {
                handling.handle(exchange);
            } catch (Refusal refusal) {
                exchange.refuse(refusal);
            }
        });
    }

    private void fail(RoutingContext context) {
        LOG.log(System.Logger.Level.ERROR, "Cannot answer " + context.normalizedPath(), context.failure());
        exchange(context).message(500, "An internal server error occurred.");
    }
}
