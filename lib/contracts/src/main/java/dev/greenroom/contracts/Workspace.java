package dev.greenroom.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as Coder last showed it.
 *
 * @param status Coder's own word for the latest build: {@code pending}, {@code starting}, {@code running},
 *     {@code stopping}, {@code stopped}, {@code failed}, {@code canceling}, {@code canceled}, {@code deleting} or
 *     {@code deleted}
 * @param buildNumber the latest build, counted from 1
 * @param outdated whether the template has a newer active version
 * @param healthy whether all agents are
 * @param link the workspace's page at Coder
 * @param entityRefs the catalog's entities whose repository it was created for
 * @param drifted how its entity's configuration differs from what Greenroom created it from; null where it does not, and
 *     for a workspace that was created elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Workspace(
        UUID id,
        String name,
        String templateName,
        String status,
        long buildNumber,
        boolean outdated,
        boolean healthy,
        URI link,
        Instant createdAt,
        List<EntityRef> entityRefs,
        @Nullable Drift drifted) {
    public Workspace {
        entityRefs = List.copyOf(entityRefs);
    }
}
