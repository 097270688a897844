package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.standins.backstage.catalog.Fields;
import dev.greenroom.standins.backstage.catalog.OrderField;
import dev.greenroom.standins.backstage.catalog.PageRequest;
import java.util.List;
import java.util.stream.StreamSupport;

/** The bodies of {@code POST by-query} and {@code POST by-refs}. */
final class QueryBody {
    private QueryBody() {}

    static PageRequest page(JsonNode body) {
        var request = body.has("cursor")
                ? PageRequest.following(body.path("cursor").asText())
                : PageRequest.first(body.get("query"), order(body));
        request = request.limitedTo(body.path("limit").asInt(PageRequest.DEFAULT_LIMIT))
                .from(body.path("offset").asInt(0));
        return body.path("totalItems").asText().equals("exclude") ? request.uncounted() : request;
    }

    private static List<OrderField> order(JsonNode body) {
        return StreamSupport.stream(body.path("orderBy").spliterator(), false)
                .map(order -> new OrderField(
                        order.path("field").asText(), order.path("order").asText()))
                .toList();
    }

    static Fields fields(JsonNode body) {
        return Fields.parse(body.has("fields") ? strings(body, "fields") : List.of());
    }

    /** A property that must be there and be an array of strings. */
    static List<String> strings(JsonNode body, String property) {
        var value = body.path(property);
        if (value.isMissingNode()) {
            throw Refusal.input("request/body must have required property '" + property + "'");
        }
        if (!value.isArray()) {
            throw Refusal.input("request/body/" + property + " must be array");
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
