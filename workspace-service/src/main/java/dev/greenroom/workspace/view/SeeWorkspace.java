package dev.greenroom.workspace.view;

import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.contracts.Workspace;
import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.OwnersCoderClient;
import dev.greenroom.workspace.coder.ParameterValue;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.coder.WorkspaceLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of Coder's answer what the view keeps. */
@ApplicationScoped
public class SeeWorkspace {

    private final WorkspaceLinks links;

    SeeWorkspace(WorkspaceLinks links) {
        this.links = links;
    }

    public SeenWorkspace of(CoderWorkspace workspace, Set<RepositoryUrl> repositories) {
        var agents = workspace.latestBuild().agents().stream()
                .map(agent -> agent(workspace, agent))
                .toList();
        return new SeenWorkspace(workspace, links.of(workspace), repositories, agents);
    }

    private Workspace.Agent agent(CoderWorkspace workspace, CoderWorkspace.Agent agent) {
        var apps = Stream.ofNullable(agent.apps())
                .flatMap(List::stream)
                .filter(app -> !app.hidden())
                .map(app -> app(workspace, agent, app))
                .toList();
        return new Workspace.Agent(agent.name(), agent.status(), agent.lifecycleState(), apps);
    }

    private Workspace.App app(CoderWorkspace workspace, CoderWorkspace.Agent agent, CoderWorkspace.App app) {
        var name = app.displayName() == null || app.displayName().isBlank() ? app.slug() : app.displayName();
        return new Workspace.App(
                app.slug(), name, app.health(), links.of(workspace, agent, app).orElse(null));
    }

    /**
     * The same, with one call for the parameters of a build that was not known.
     *
     * @param known the repositories that the workspace's latest build names; null where that is not known
     */
    public SeeOutcome of(CoderWorkspace workspace, @Nullable Set<RepositoryUrl> known, OwnersCoderClient coder) {
        if (known != null) {
            return new SeeOutcome.Seen(of(workspace, known));
        }
        return switch (coder.buildParameters(workspace.latestBuild().id())) {
            case Answer.Ok<List<ParameterValue>>(var values) ->
                new SeeOutcome.Seen(of(workspace, repositoriesIn(values)));
            case Answer.Missing<List<ParameterValue>> _ -> new SeeOutcome.Seen(of(workspace, Set.of()));
            case Answer.NotOk<List<ParameterValue>> other -> new SeeOutcome.NotSeen(StepAfter.of(other));
        };
    }

    /** The repositories that some values name: by value, since each template has its own name for the parameter. */
    public static Set<RepositoryUrl> repositoriesIn(Collection<ParameterValue> values) {
        return values.stream()
                .map(ParameterValue::value)
                .map(RepositoryUrl::read)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
