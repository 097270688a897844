package dev.greenroom.gateway.door;

import dev.greenroom.problems.Problem;
import dev.greenroom.problems.ProblemAnswer;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads what comes: JSON below {@code /v1}, forms of OAuth clients below {@code /coder/oauth2}, and little of it,
 * announced or in chunks. Only then is it looked at, or passed on.
 */
@ApplicationScoped
class ReadBody {
    private static final Logger LOG = Logger.getLogger(ReadBody.class);
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int BEFORE_THE_ROUTES = 1;

    private final BodyHandler reader = BodyHandler.create(false);

    ReadBody(VertxHttpConfig http) {
        http.limits().maxBodySize().ifPresent(limit -> reader.setBodyLimit(limit.asLongValue()));
    }

    void install(@Observes @Priority(BEFORE_THE_ROUTES) Router router) {
        install(router.route("/v1/*"), JSON);
        install(router.post("/coder/oauth2/*"), FORM);
    }

    private void install(Route route, String type) {
        route.handler(context -> read(context, type)).failureHandler(ReadBody::answerFailure);
    }

    private void read(RoutingContext context, String type) {
        if (!hasBody(context.request())) {
            context.next();
        } else if (type.equals(typeOf(context.request().getHeader(HttpHeaders.CONTENT_TYPE)))) {
            reader.handle(context);
        } else {
            context.response().putHeader("Connection", "close");
            ProblemAnswer.send(context, Problem.of(415, "unsupported-media-type", "The body must be " + type + "."));
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    private static String typeOf(@Nullable String contentType) {
        var type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return type.toLowerCase(Locale.ROOT);
    }

    private static void answerFailure(RoutingContext context) {
        if (context.statusCode() == 413) {
            context.response().putHeader("Connection", "close");
            ProblemAnswer.send(context, Problem.of(413));
        } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
            ProblemAnswer.send(
                    context, Problem.of(context.statusCode(), "invalid-request", "The request can't be read."));
        } else {
            LOG.error("A request failed in a way that nobody thought of", context.failure());
            ProblemAnswer.send(context, Problem.of(500));
        }
    }
}
