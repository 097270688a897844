package dev.greenroom.gateway.routes;

import dev.greenroom.gateway.door.PathId;
import dev.greenroom.problems.Problem;
import dev.greenroom.problems.ProblemAnswer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** Passes what names an operation in its path on: workspace-service knows whose it is. */
@ApplicationScoped
class PassOperation {
    private final PassOn pass;

    PassOperation(PassOn pass) {
        this.pass = pass;
    }

    /** @param path of an id, at workspace-service */
    void toWorkspaceService(RoutingContext context, Function<UUID, String> path) {
        PathId.parse(context.pathParam("id"))
                .ifPresentOrElse(
                        id -> pass.to(Upstream.WORKSPACE_SERVICE, path.apply(id), context),
                        () -> ProblemAnswer.send(
                                context,
                                Problem.of(
                                        404,
                                        "operation-not-found",
                                        "There is no such operation, or it is not the caller's.")));
    }
}
