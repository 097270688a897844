package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.standins.backstage.catalog.Entity;
import dev.greenroom.standins.backstage.catalog.Fields;
import dev.greenroom.standins.backstage.catalog.ListEntities;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /entities}, whole or by pages that a {@code link} header strings together. As Backstage's own, the header
 * leaves {@code /api/catalog} out.
 */
final class EntityList {
    /** What the parameter {@code after} holds. */
    record Place(int limit, int offset) {
        static Place parse(String text) {
            try {
                return Answers.JSON.readValue(Base64.getDecoder().decode(text), Place.class);
            } catch (IllegalArgumentException | IOException e) {
                throw Refusal.input("Malformed after cursor, could not be parsed");
            }
        }

        Place next() {
            return new Place(limit, offset + limit);
        }

        String text() {
            try {
                return Base64.getEncoder().encodeToString(Answers.JSON.writeValueAsBytes(this));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final Set<String> PARAMETERS = Set.of("filter", "fields", "limit", "offset", "order", "after");

    private EntityList() {}

    static void answer(RoutingContext exchange, List<Entity> visible) {
        QueryParameters.check(exchange, PARAMETERS);
        var fields = Fields.parse(exchange.queryParam("fields"));
        boolean paged = Stream.of("limit", "offset", "after").anyMatch(exchange.queryParams()::contains);
        var all = ListEntities.of(visible, exchange.queryParam("filter"), exchange.queryParam("order"), paged);
        Answers.json(exchange, page(exchange, all).stream().map(fields::of).toList());
    }

    private static List<Entity> page(RoutingContext exchange, List<Entity> all) {
        var place = QueryParameters.one(exchange, "after")
                .map(Place::parse)
                .orElseGet(() -> new Place(
                        QueryParameters.number(exchange, "limit").orElse(all.size()),
                        QueryParameters.number(exchange, "offset").orElse(0)));
        if (place.limit() == 0 && exchange.queryParams().contains("limit")) {
            throw Refusal.input("Invalid limit, must be greater than zero");
        }
        int start = Math.min(place.offset(), all.size());
        int end = Math.min(start + place.limit(), all.size());
        if (end < all.size()) {
            exchange.response().putHeader("link", link(exchange, place.next()));
        }
        return all.subList(start, end);
    }

    private static String link(RoutingContext exchange, Place next) {
        var query = exchange.queryParams().entries().stream()
                .filter(parameter -> !parameter.getKey().equals("offset")
                        && !parameter.getKey().equals("after"))
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()));
        return Stream.concat(query, Stream.of("after=" + encoded(next.text())))
                .collect(Collectors.joining("&", "</entities?", ">; rel=\"next\""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
