package dev.greenroom.workspace.view;

import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.contracts.Workspace.Agent;
import dev.greenroom.workspace.coder.CoderWorkspace;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A workspace that Coder has just shown.
 *
 * @param repositories that its parameters name
 * @param agents with the addresses of what they offer
 */
public record SeenWorkspace(CoderWorkspace workspace, URI link, Set<RepositoryUrl> repositories, List<Agent> agents) {
    public SeenWorkspace {
        agents = List.copyOf(agents);
        repositories = Set.copyOf(repositories);
    }
}
