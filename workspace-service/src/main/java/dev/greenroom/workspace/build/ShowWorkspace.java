package dev.greenroom.workspace.build;

import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.view.SeeOutcome;
import dev.greenroom.workspace.view.SeeWorkspace;
import dev.greenroom.workspace.view.SeenWorkspace;
import dev.greenroom.workspace.view.ViewStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Makes of what a turn has seen what the view is to show alongside the turn's end. */
@ApplicationScoped
public class ShowWorkspace {

    private final SeeWorkspace see;
    private final ViewStore view;

    ShowWorkspace(SeeWorkspace see, ViewStore view) {
        this.see = see;
        this.view = view;
    }

    /** @param repositories that the workspace's parameters name */
    public Runnable shown(Attempt<?> attempt, CoderWorkspace workspace, Set<RepositoryUrl> repositories) {
        return shown(attempt, see.of(workspace, repositories));
    }

    /**
     * The same for a workspace of which the view may not know that yet: it is read at Coder first, once for each build.
     *
     * @param then the step alongside which it is shown
     * @return that step, or another where it can't be read now
     */
    public Step alongside(Attempt<?> attempt, CoderWorkspace workspace, Function<Runnable, Step> then) {
        return switch (see.of(workspace, known(attempt, workspace).orElse(null), attempt.coder())) {
            case SeeOutcome.Seen(var seen) -> then.apply(shown(attempt, seen));
            case SeeOutcome.NotSeen(var instead) -> instead;
        };
    }

    /** Whether it is shown as one of the owner's. */
    boolean shows(Attempt<?> attempt, UUID workspaceId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> view.shows(attempt.deployment(), attempt.owner(), workspaceId));
    }

    public Runnable removed(Attempt<?> attempt, UUID workspaceId) {
        return () -> view.remove(attempt.deployment(), attempt.owner(), workspaceId);
    }

    private Runnable shown(Attempt<?> attempt, SeenWorkspace seen) {
        return () -> view.show(
                attempt.deployment(),
                attempt.owner(),
                attempt.link(),
                seen,
                attempt.turn().begunAt());
    }

    private Optional<Set<RepositoryUrl>> known(Attempt<?> attempt, CoderWorkspace workspace) {
        return QuarkusTransaction.requiringNew()
                .call(() -> view.repositoriesOf(
                        attempt.deployment(),
                        attempt.owner(),
                        workspace.id(),
                        workspace.latestBuild().id()));
    }
}
