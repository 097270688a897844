package dev.greenroom.standins.backstage;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was asked of the stand-in, in the order of arrival: {@code GET /api/auth/.well-known/jwks.json}. */
public final class RequestLog {
    private final List<String> requests = new CopyOnWriteArrayList<>();

    void add(RoutingContext exchange) {
        requests.add(exchange.request().method() + " " + exchange.request().uri());
        exchange.next();
    }

    public List<String> all() {
        return List.copyOf(requests);
    }

    /** How many requests began so. */
    public long count(String methodAndPath) {
        return requests.stream()
                .filter(request -> request.startsWith(methodAndPath))
                .count();
    }

    public void clear() {
        requests.clear();
    }
}
