package dev.greenroom.standins.backstage;

import dev.greenroom.standins.backstage.catalog.PageRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The parameters of {@code GET by-query}, refused in the words of Backstage's OpenAPI check. */
final class QueryParameters {
    private static final List<String> COUNTING = List.of("include", "exclude");

    private static final Set<String> BY_QUERY = Set.of(
            "filter",
            "fields",
            "limit",
            "offset",
            "orderField",
            "cursor",
            "totalItems",
            "fullTextFilterTerm",
            "fullTextFilterFields");

    private QueryParameters() {}

    static PageRequest page(RoutingContext exchange) {
        check(exchange, BY_QUERY);
        var limit = number(exchange, "limit").orElse(PageRequest.DEFAULT_LIMIT);
        var offset = number(exchange, "offset").orElse(0);
        var counting = counting(exchange);
        var request = one(exchange, "cursor")
                .map(PageRequest::following)
                .orElseGet(() -> PageRequest.first(
                        exchange.queryParam("filter"),
                        exchange.queryParam("orderField"),
                        one(exchange, "fullTextFilterTerm"),
                        exchange.queryParam("fullTextFilterFields")));
        request = request.limitedTo(limit).from(offset);
        return counting ? request : request.uncounted();
    }

    /** Nothing but these, and none of them empty. */
    static void check(RoutingContext exchange, Set<String> known) {
        for (var parameter : exchange.queryParams()) {
            if (!known.contains(parameter.getKey())) {
                throw Refusal.input("Unknown query parameter '" + parameter.getKey() + "'");
            }
            if (parameter.getValue().isEmpty()) {
                throw Refusal.input("Empty value found for query parameter '" + parameter.getKey() + "'");
            }
        }
    }

    private static boolean counting(RoutingContext exchange) {
        var wish = one(exchange, "totalItems").orElse("include");
        if (!COUNTING.contains(wish)) {
            throw Refusal.input("request/query/totalItems must be equal to one of the allowed values: "
                    + String.join(", ", COUNTING));
        }
        return wish.equals("include");
    }

    static OptionalInt number(RoutingContext exchange, String name) {
        var text = one(exchange, name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            var number = Integer.parseInt(text.get());
            if (number < 0) {
                throw Refusal.input("request/query/" + name + " must be >= 0");
            }
            return OptionalInt.of(number);
        } catch (NumberFormatException e) {
            throw Refusal.input("request/query/" + name + " must be integer");
        }
    }

    static Optional<String> one(RoutingContext exchange, String name) {
        return exchange.queryParam(name).stream().findFirst();
    }
}
