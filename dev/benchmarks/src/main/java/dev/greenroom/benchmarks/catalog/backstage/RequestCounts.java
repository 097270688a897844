package dev.greenroom.benchmarks.catalog.backstage;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each path of the catalog was asked, and what the last first page was asked for. */
final class RequestCounts {
    private final Map<String, Integer> paths = new TreeMap<>();
    private List<String> filters = List.of();

    void add(RoutingContext exchange) {
        paths.merge(exchange.request().path(), 1, Integer::sum);
        if (exchange.queryParams().contains("filter")
                && exchange.request().path().endsWith("/by-query")) {
            filters = exchange.queryParam("filter");
        }
        exchange.next();
    }

    Map<String, Object> told() {
        return Map.of("paths", paths, "filters", filters);
    }
}
