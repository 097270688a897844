package dev.greenroom.workspace.view;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.contracts.Workspace;
import dev.greenroom.workspace.configuration.ConfigurationStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says for which of the catalog's entities workspaces are: those with the same repository, as the catalog is now. */
@ApplicationScoped
class EntitiesOfWorkspaces {

    private final ConfigurationStore configurations;

    EntitiesOfWorkspaces(ConfigurationStore configurations) {
        this.configurations = configurations;
    }

    Map<UUID, Workspace> with(String deployment, List<ViewedWorkspace> rows) {
        var repositories =
                rows.stream().flatMap(row -> row.repositories().stream()).collect(Collectors.toSet());
        var entities = configurations.entitiesOf(deployment, repositories);
        return rows.stream().collect(Collectors.toMap(row -> row.id, row -> row.asWorkspace(of(row, entities))));
    }

    private static List<EntityRef> of(ViewedWorkspace row, Map<RepositoryUrl, List<EntityRef>> entities) {
        return row.repositories().stream()
                .flatMap(repository -> entities.getOrDefault(repository, List.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
