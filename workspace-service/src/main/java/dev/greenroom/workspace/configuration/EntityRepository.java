package dev.greenroom.workspace.configuration;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.RepositoryUrl;
import java.util.Optional;

/** The repository by which an entity and a workspace are known to belong together. */
public final class EntityRepository {

    private EntityRepository() {}

    public static Optional<RepositoryUrl> of(CoderConfig config) {
        return Optional.ofNullable(config.repositoryUrl()).flatMap(url -> RepositoryUrl.read(url.toString()));
    }
}
