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
 * @param agents what runs in it, by name: none while it is stopped; null in messages of before they were told of
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
        @Nullable List<Agent> agents) {
    public Workspace {
        entityRefs = List.copyOf(entityRefs);
        agents = agents == null ? null : List.copyOf(agents);
    }

    /**
     * An agent, by which people get into the workspace.
     *
     * @param status Coder's own word: {@code connecting}, {@code connected}, {@code disconnected} or {@code timeout}
     * @param lifecycle how far its start-up scripts are, in Coder's own word, such as {@code starting}, {@code ready} or
     *     {@code start_error}
     */
    public record Agent(String name, String status, String lifecycle, List<App> apps) {
        public Agent {
            apps = List.copyOf(apps);
        }
    }

    /**
     * What an agent offers to open.
     *
     * @param health Coder's own word: {@code disabled}, {@code initializing}, {@code healthy} or {@code unhealthy}
     * @param link where to open it in a browser; null where it has no such address: an app of a subdomain, of which only
     *     Coder's own pages know, or one of the user's machine
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record App(
            String slug,
            String displayName,
            String health,
            @Nullable URI link) {}
}
