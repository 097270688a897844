package dev.greenroom.gateway.routes;

import dev.greenroom.problems.Problem;
import dev.greenroom.problems.ProblemAnswer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** Passes what an operator asks about dead letters on: workspace-service knows which topics it reads. */
@ApplicationScoped
class PassDeadLetters {
    private static final Pattern TOPIC = Pattern.compile("[a-z-]{1,64}");
    private static final Pattern OFFSET = Pattern.compile("[0-9]{1,18}");

    private final PassOn pass;

    PassDeadLetters(PassOn pass) {
        this.pass = pass;
    }

    /** A topic's dead letters. */
    void list(RoutingContext context) {
        to(context, TOPIC.matcher(context.pathParam("topic")).matches());
    }

    /** The wish to have one kept. */
    void replay(RoutingContext context) {
        to(
                context,
                TOPIC.matcher(context.pathParam("topic")).matches()
                        && OFFSET.matcher(context.pathParam("offset")).matches());
    }

    private void to(RoutingContext context, boolean isWellFormed) {
        if (isWellFormed) {
            pass.to(Upstream.WORKSPACE_SERVICE, context.normalizedPath(), context);
        } else {
            ProblemAnswer.send(
                    context,
                    Problem.of(404, "dead-letter-not-found", "There is no such dead letter, or none any more."));
        }
    }
}
