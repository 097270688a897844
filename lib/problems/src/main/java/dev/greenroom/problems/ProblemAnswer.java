package dev.greenroom.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;

/** Writes a problem where no resource does, on Vert.x routes, in the form in which resources write them. */
public final class ProblemAnswer {
    /** As RFC 9457 names it. */
    public static final String MEDIA_TYPE = HttpProblem.MEDIA_TYPE.toString();

    private ProblemAnswer() {}

    /** Ends the answer with it; an answer that has begun is broken off instead. */
    public static void send(RoutingContext context, HttpProblem problem) {
        var response = context.response();
        if (response.headWritten()) {
            response.reset();
            return;
        }
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        response.setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .end(body(problem, context.request().path()));
    }

    /**
     * @param problem one of {@link Problem}'s
     * @param instance the path that was asked for
     */
    public static Buffer body(HttpProblem problem, String instance) {
        var json = new JsonObject()
                .put(
                        "type",
                        CompleteProblem.TYPE_PREFIX + problem.getParameters().get(CompleteProblem.CODE))
                .put("status", problem.getStatusCode())
                .put("title", problem.getTitle())
                .put("detail", problem.getDetail())
                .put("instance", instance);
        problem.getParameters().forEach(json::put);
        return json.toBuffer();
    }
}
