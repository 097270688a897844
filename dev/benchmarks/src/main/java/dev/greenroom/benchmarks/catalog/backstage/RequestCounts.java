package dev.greenroom.benchmarks.catalog.backstage;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How often each path of the catalog was asked, and by which filters pages were asked for, in the order of their first use. */
final class RequestCounts {
    private final Map<String, Integer> paths = new TreeMap<>();
    private final Set<String> filters = new LinkedHashSet<>();

    void add(RoutingContext exchange) {
        paths.merge(exchange.request().path(), 1, Integer::sum);
        if (exchange.queryParams().contains("filter")
                && exchange.request().path().endsWith("/by-query")) {
            filters.addAll(exchange.queryParam("filter"));
        }
        exchange.next();
    }

    Map<String, Object> told() {
        return Map.of("paths", paths, "filters", List.copyOf(filters));
    }
}
