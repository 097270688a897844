package dev.greenroom.gateway.door;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Writes a problem where no resource does, on Vert.x routes, in the form in which resources write them. */
public final class ProblemAnswer {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE_PREFIX = "urn:problem-type:greenroom:";

    private ProblemAnswer() {}

    /** Ends the answer with it, if it has not begun. */
    public static void send(RoutingContext context, HttpProblem problem) {
        var response = context.response();
        if (response.headWritten()) {
            response.reset();
            return;
        }
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        response.setStatusCode(problem.getStatusCode())
                .putHeader("Content-Type", MEDIA_TYPE)
                .end(body(problem, context.request().path()));
    }

    /** @param instance the path that was asked for */
    public static Buffer body(HttpProblem problem, String instance) {
        var json = new JsonObject()
                .put("type", TYPE_PREFIX + problem.getParameters().get("code"))
                .put("status", problem.getStatusCode())
                .put("title", problem.getTitle())
                .put("detail", problem.getDetail())
                .put("instance", instance);
        problem.getParameters().forEach(json::put);
        return json.toBuffer();
    }
}
