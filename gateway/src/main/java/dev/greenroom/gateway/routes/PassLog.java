package dev.greenroom.gateway.routes;

import dev.greenroom.gateway.door.PathId;
import dev.greenroom.problems.Problem;
import dev.greenroom.problems.ProblemAnswer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Passes reads of an operation's log on: workspace-service gives it to the operation's actor and owner only. */
@ApplicationScoped
class PassLog {
    private final PassOn pass;

    PassLog(PassOn pass) {
        this.pass = pass;
    }

    void toWorkspaceService(RoutingContext context) {
        PathId.parse(context.pathParam("id"))
                .ifPresentOrElse(
                        id -> pass.to(Upstream.WORKSPACE_SERVICE, "/v1/operations/" + id + "/log", context),
                        () -> ProblemAnswer.send(
                                context,
                                Problem.of(
                                        404,
                                        "operation-not-found",
                                        "There is no such operation, or it is not the caller's.")));
    }
}
