package dev.greenroom.benchmarks.catalog.backstage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** JSON as Backstage reads and writes it. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static JsonNode read(RoutingContext exchange) {
        try {
            return JSON.readTree(exchange.body().buffer().getBytes());
        } catch (IOException e) {
            throw new InputError("the body is not JSON");
        }
    }

    static void json(RoutingContext exchange, Object body) {
        json(exchange, 200, body);
    }

    private static void json(RoutingContext exchange, int status, Object body) {
        try {
            exchange.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .end(Buffer.buffer(JSON.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void error(RoutingContext exchange, int status, String name, String message) {
        var request = exchange.request();
        var body = Map.of(
                "error", Map.of("name", name, "message", message),
                "request", Map.of("method", request.method().name(), "url", request.uri()),
                "response", Map.of("statusCode", status));
        json(exchange, status, body);
    }

    /** What a handler threw. */
    static void failed(RoutingContext exchange) {
        switch (exchange.failure()) {
            case InputError input -> error(exchange, 400, "InputError", String.valueOf(input.getMessage()));
            case null ->
                exchange.response().setStatusCode(exchange.statusCode()).end();
            case Throwable bug -> error(exchange, 500, "Error", bug.toString());
        }
    }
}
