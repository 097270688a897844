package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;

/** The bodies of requests. */
final class Bodies {
    /** What Express takes by default. */
    private static final int LARGEST = 100 * 1024;

    private Bodies() {}

    static JsonNode json(RoutingContext exchange) {
        var body = exchange.body().buffer();
        if (body == null || body.length() == 0) {
            return Answers.JSON.createObjectNode();
        }
        if (body.length() > LARGEST) {
            throw Refusal.input("request entity too large");
        }
        try {
            return Answers.JSON.readTree(body.toString());
        } catch (JsonProcessingException e) {
            throw Refusal.input(e.getOriginalMessage());
        }
    }
}
