package dev.greenroom.gateway.routes;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.entities.GuardEntities;
import dev.greenroom.gateway.entities.HideEntities;
import dev.greenroom.problems.ProblemAnswer;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Passes reads of an entity on, once Backstage has said that it would show the entity to this caller. */
@ApplicationScoped
class PassEntity {
    private final GuardEntities guard;
    private final HideEntities hide;
    private final PassOn pass;

    PassEntity(GuardEntities guard, HideEntities hide, PassOn pass) {
        this.guard = guard;
        this.hide = hide;
        this.pass = pass;
    }

    void toWorkspaceService(RoutingContext context) {
        entityOf(context)
                .ifPresentOrElse(
                        entity -> passIfVisible(context, entity),
                        () -> ProblemAnswer.send(context, GuardEntities.notFound()));
    }

    private void passIfVisible(RoutingContext context, EntityRef entity) {
        // The answer may come on another request's thread, where both wait for the same question.
        var here = context.vertx().getOrCreateContext();
        var caller = ProvenUser.of(context);
        Future.fromCompletionStage(guard.refusal(caller, entity), here)
                .onFailure(context::fail)
                .onSuccess(refusal -> refusal.ifPresentOrElse(
                        problem -> ProblemAnswer.send(context, problem),
                        () -> pass.to(
                                Upstream.WORKSPACE_SERVICE,
                                pathOf(entity),
                                context,
                                new RewriteAnswer(context, view -> hide.in(view, caller)))));
    }

    private static Optional<EntityRef> entityOf(RoutingContext context) {
        try {
            return Optional.of(new EntityRef(
                    context.pathParam("kind"), context.pathParam("namespace"), context.pathParam("name")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String pathOf(EntityRef entity) {
        return "/v1/entities/%s/%s/%s".formatted(entity.kind(), entity.namespace(), entity.name());
    }
}
