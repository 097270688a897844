package dev.greenroom.workspace.view;

import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.workspace.coder.CoderWorkspace;
import java.net.URI;
import java.util.Set;

/**
 * A workspace that Coder has just shown.
 *
 * @param repositories that its parameters name
 */
public record SeenWorkspace(CoderWorkspace workspace, URI link, Set<RepositoryUrl> repositories) {
    public SeenWorkspace {
        repositories = Set.copyOf(repositories);
    }
}
