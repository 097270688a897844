package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.standins.backstage.catalog.InputError;
import io.vertx.ext.web.RoutingContext;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** How Backstage writes what it answers, with the error bodies of production, which have no stack. */
final class Answers {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final System.Logger LOG = System.getLogger(Answers.class.getName());
    private static final Pattern PLUGIN = Pattern.compile("^/api/[^/]+");

    private Answers() {}

    static void json(RoutingContext exchange, Object body) {
        json(exchange, 200, body);
    }

    static void json(RoutingContext exchange, int status, Object body) {
        try {
            exchange.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .end(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a handler threw. */
    static void failed(RoutingContext exchange) {
        switch (exchange.failure()) {
            case Refusal refusal -> error(exchange, refusal.status(), refusal.name(), message(refusal));
            case InputError input -> error(exchange, 400, "InputError", message(input));
            case null ->
                exchange.response().setStatusCode(exchange.statusCode()).end();
            case Throwable bug -> {
                LOG.log(Level.ERROR, "a request to the stand-in for Backstage failed", bug);
                error(exchange, 500, "Error", bug.toString());
            }
        }
    }

    private static String message(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }

    static void error(RoutingContext exchange, int status, String name, String message) {
        var request = exchange.request();
        var url = PLUGIN.matcher(request.uri()).replaceFirst("");
        var body = Map.of(
                "error", Map.of("name", name, "message", message),
                "request", Map.of("method", request.method().name(), "url", url),
                "response", Map.of("statusCode", status));
        json(exchange, status, body);
    }
}
