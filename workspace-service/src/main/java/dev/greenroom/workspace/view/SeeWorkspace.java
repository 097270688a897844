package dev.greenroom.workspace.view;

import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.ParameterValue;
import dev.greenroom.workspace.coder.WorkspaceLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes of Coder's answer what the view keeps. */
@ApplicationScoped
public class SeeWorkspace {

    private final WorkspaceLinks links;

    SeeWorkspace(WorkspaceLinks links) {
        this.links = links;
    }

    public SeenWorkspace of(CoderWorkspace workspace, Set<RepositoryUrl> repositories) {
        return new SeenWorkspace(workspace, links.of(workspace), repositories);
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
