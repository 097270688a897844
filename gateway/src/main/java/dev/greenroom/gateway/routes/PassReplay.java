package dev.greenroom.gateway.routes;

import dev.greenroom.problems.Problem;
import dev.greenroom.problems.ProblemAnswer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** Passes an operator's wish to have a dead letter kept on. */
@ApplicationScoped
class PassReplay {
    private static final Pattern OFFSET = Pattern.compile("[0-9]{1,18}");

    private final PassOn pass;

    PassReplay(PassOn pass) {
        this.pass = pass;
    }

    /** @param letters the path of the topic's dead letters */
    void toWorkspaceService(String letters, RoutingContext context) {
        var offset = context.pathParam("offset");
        if (OFFSET.matcher(offset).matches()) {
            pass.to(Upstream.WORKSPACE_SERVICE, letters + "/" + offset + "/replay", context);
        } else {
            ProblemAnswer.send(
                    context,
                    Problem.of(404, "dead-letter-not-found", "There is no such dead letter, or none any more."));
        }
    }
}
