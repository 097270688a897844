package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.users.User;

/** Workspaces and builds as far as a caller may see them; what is not seen is 404, what was deleted 410. */
final class VisibleWorkspaces {

    private final Workspaces workspaces;
    private final Builds builds;

    VisibleWorkspaces(Workspaces workspaces, Builds builds) {
        this.workspaces = workspaces;
        this.builds = builds;
    }

    Workspace get(Exchange exchange, Caller caller) {
        String id = exchange.uuid("workspace");
        Workspace workspace =
                workspaces.find(id).filter(found -> isVisible(found, caller)).orElseThrow(Refusal::notFound);
        if (workspace.deleted() && !"true".equals(exchange.query("include_deleted"))) {
            throw Refusal.of(
                    410,
                    "Workspace \"" + id + "\" was deleted, you can view this workspace by specifying"
                            + " '?include_deleted=true' and trying again.");
        }
        return workspace;
    }

    Workspace named(User owner, String name, Caller caller) {
        return workspaces
                .named(owner.id(), name)
                .filter(found -> isVisible(found, caller))
                .orElseThrow(Refusal::notFound);
    }

    /** A build, whether or not its workspace is still there. */
    Build build(Exchange exchange, Caller caller) {
        return builds.find(exchange.uuid("build"))
                .filter(build -> isVisible(of(build), caller))
                .orElseThrow(Refusal::notFound);
    }

    Workspace of(Build build) {
        return workspaces.find(build.workspaceId()).orElseThrow();
    }

    static boolean isVisible(Workspace workspace, Caller caller) {
        return caller.seesWorkspacesOf(workspace.ownerId())
                && caller.may("workspace:read")
                && caller.may("template:read");
    }

    /** Whether the caller may start builds of a workspace that they see. */
    static void requireUpdate(Workspace workspace, Caller caller, Transition transition) {
        boolean own = workspace.ownerId().equals(caller.user().id());
        String right = transition == Transition.DELETE ? "workspace:delete" : "workspace:update";
        if (!own && !caller.managesWorkspaces() || !caller.may(right)) {
            throw Refusal.forbidden("You do not have permission to " + transition.word() + " this workspace.");
        }
    }
}
