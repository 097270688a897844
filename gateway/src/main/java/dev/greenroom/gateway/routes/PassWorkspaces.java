package dev.greenroom.gateway.routes;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.gateway.commands.TraceContext;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.entities.HideEntities;
import dev.greenroom.gateway.workspaces.RefreshWorkspaces;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;

/**
 * Passes looks at the caller's workspaces on, and the view back. Whether it is due is for us, and left out of what the
 * client sees: a client goes by {@code refreshedAt}.
 */
@ApplicationScoped
class PassWorkspaces {
    private static final String REFRESH_DUE = "refreshDue";

    private final PassOn pass;
    private final RefreshWorkspaces refresh;
    private final HideEntities hide;

    PassWorkspaces(PassOn pass, RefreshWorkspaces refresh, HideEntities hide) {
        this.pass = pass;
        this.refresh = refresh;
        this.hide = hide;
    }

    void toWorkspaceService(RoutingContext look) {
        pass.to(
                Upstream.WORKSPACE_SERVICE,
                Routes.WORKSPACES,
                look,
                new RewriteAnswer(look, view -> shown(view, look)));
    }

    private CompletionStage<ObjectNode> shown(ObjectNode view, RoutingContext look) {
        var caller = ProvenUser.of(look);
        if (BooleanNode.TRUE.equals(view.remove(REFRESH_DUE))) {
            refresh.soon(caller, TraceContext.of(look.request().getHeader(TraceContext.HEADER)));
        }
        return hide.in(view, caller);
    }
}
