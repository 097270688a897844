package dev.greenroom.benchmarks.catalog.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.standins.backstage.catalog.Fields;
import dev.greenroom.standins.backstage.tokens.Caller;
import dev.greenroom.standins.backstage.tokens.Callers;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The catalog plugin, as far as catalog-sync-service reads it. */
final class CatalogResource {
    private static final int DEFAULT_LIMIT = 200;
    private static final Set<String> BY_QUERY = Set.of("filter", "fields", "limit", "cursor", "totalItems");
    private static final Set<String> BY_REFS = Set.of("filter");
    /** What Express takes by default, in bytes. */
    private static final int LARGEST_BODY = 100 * 1024;

    /** As long as the real back end takes for 500 slim entities (5,035 of them in 0.21 s), which is not always as fast. */
    private static final Duration RECORDED_PACE = Duration.ofMillis(20);

    private final Listing listing;
    private final Entities entities;
    private final ReadPage readPage;
    private final Callers callers;
    private Duration pace = RECORDED_PACE;

    CatalogResource(Listing listing, Entities entities, Callers callers) {
        this.listing = listing;
        this.entities = entities;
        this.readPage = new ReadPage(listing, entities);
        this.callers = callers;
    }

    void addTo(Router router) {
        router.route("/api/catalog/*").handler(this::identify);
        router.get("/api/catalog/entities/by-query").handler(this::byQuery);
        router.post("/api/catalog/entities/by-refs").handler(this::byRefs);
    }

    /** From now on a page takes no longer than it must. */
    void hurry() {
        pace = Duration.ZERO;
    }

    private void identify(RoutingContext exchange) {
        switch (callers.identify(exchange.request().getHeader("Authorization"))) {
            case Caller.Nobody _ -> Answers.error(exchange, 401, "AuthenticationError", "Missing credentials");
            case Caller.Refused(var reason) -> Answers.error(exchange, 401, "AuthenticationError", reason);
            case Caller.User _, Caller.Service _ -> exchange.next();
        }
    }

    private void byQuery(RoutingContext exchange) {
        long began = System.nanoTime();
        check(exchange, BY_QUERY);
        var cursor = exchange.queryParam("cursor").stream()
                .findFirst()
                .map(Cursor::parse)
                .orElseGet(() -> new Cursor(WantedKinds.of(exchange.queryParam("filter")), 0));
        var limit = exchange.queryParam("limit").stream()
                .findFirst()
                .map(Integer::parseInt)
                .orElse(DEFAULT_LIMIT);
        boolean count = !exchange.queryParam("totalItems").contains("exclude");
        var page = readPage.read(cursor, limit, Fields.parse(exchange.queryParam("fields")), count);
        var left = pace.minusNanos(System.nanoTime() - began).toMillis();
        if (left > 0) {
            exchange.vertx().setTimer(left, _ -> Answers.json(exchange, page));
        } else {
            Answers.json(exchange, page);
        }
    }

    /** An entity that the filter does not want is null in its place, as one that is not there. */
    private void byRefs(RoutingContext exchange) {
        check(exchange, BY_REFS);
        if (exchange.body().length() > LARGEST_BODY) {
            throw new InputError("request entity too large");
        }
        var wanted = WantedKinds.of(exchange.queryParam("filter"));
        var body = Answers.read(exchange);
        var fields = Fields.parse(texts(body.path("fields")));
        var items = new ArrayList<@Nullable JsonNode>();
        for (var ref : texts(body.path("entityRefs"))) {
            var number = listing.find(ref);
            boolean found = number.isPresent() && wanted.have(listing.kindOf(number.getAsInt()));
            items.add(found ? fields.of(entities.entity(number.getAsInt())) : null);
        }
        Answers.json(exchange, Map.of("items", items));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void check(RoutingContext exchange, Set<String> known) {
        exchange.queryParams().names().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InputError("Unknown query parameter '" + name + "'");
                });
    }
}
