package dev.greenroom.workspace.view;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.greenroom.contracts.Drift;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.contracts.Workspace;
import dev.greenroom.workspace.database.StoredJson;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row of the view. */
@Entity
@Table(name = "viewed_workspace")
class ViewedWorkspace extends PanacheEntityBase {

    private static final TypeReference<List<Workspace.Agent>> AGENTS = new TypeReference<>() {};

    /** Owner and workspace: two users who have linked the same Coder account see the same workspace. */
    @Id
    String key;

    UUID id;
    String ownerKey;
    long revision;
    String name;
    String templateName;
    String status;
    UUID buildId;
    long buildNumber;
    boolean outdated;
    boolean healthy;
    String link;
    Instant createdAt;
    String[] repositories = {};

    /** As JSON: nobody asks for one of them by itself. */
    String agents = "[]";

    boolean removed;
    boolean driftedTemplate;
    boolean driftedPreset;
    String[] driftedParams = {};

    /** When it was last seen, on the database's clock. */
    Instant writtenAt;

    static ViewedWorkspace unseen(String ownerKey, UUID id) {
        var row = new ViewedWorkspace();
        row.key = ownerKey + " " + id;
        row.id = id;
        row.ownerKey = ownerKey;
        return row;
    }

    static Optional<ViewedWorkspace> of(String ownerKey, UUID id) {
        return findByIdOptional(ownerKey + " " + id);
    }

    static List<ViewedWorkspace> of(String ownerKey) {
        return list("ownerKey = ?1 and removed = false order by name, id", ownerKey);
    }

    /** Takes over what was seen; the revision grows with each change. @return whether there was one */
    boolean show(SeenWorkspace seen, Instant now) {
        var before = revision == 0 || removed ? null : state();
        name = seen.workspace().name();
        templateName = seen.workspace().templateName();
        status = seen.workspace().latestBuild().status();
        buildId = seen.workspace().latestBuild().id();
        buildNumber = seen.workspace().latestBuild().number();
        outdated = seen.workspace().outdated();
        healthy = seen.workspace().health().healthy();
        link = seen.link().toString();
        createdAt = seen.workspace().createdAt();
        repositories = seen.repositories().stream()
                .map(RepositoryUrl::toString)
                .sorted()
                .toArray(String[]::new);
        agents = StoredJson.write(seen.agents());
        removed = false;
        writtenAt = now;
        var changed = !state().equals(before);
        revision += changed ? 1 : 0;
        return changed;
    }

    /** Takes over how its configuration has drifted. @return whether that is another than before */
    boolean drift(Optional<Drift> next) {
        var changed = !next.equals(Optional.ofNullable(drifted()));
        driftedTemplate = next.map(Drift::template).orElse(false);
        driftedPreset = next.map(Drift::preset).orElse(false);
        driftedParams = next.map(Drift::params).orElse(List.of()).toArray(String[]::new);
        return changed;
    }

    /** Null where it has not. */
    @Nullable Drift drifted() {
        return driftedTemplate || driftedPreset || driftedParams.length > 0
                ? new Drift(driftedTemplate, driftedPreset, List.of(driftedParams))
                : null;
    }

    /** Something else is told of it. */
    void countUp() {
        revision++;
    }

    void remove(Instant now) {
        removed = true;
        writtenAt = now;
        revision++;
    }

    /**
     * Whether that was read of an earlier moment of the workspace's life than this.
     *
     * @param since when it was begun to be read
     */
    boolean isNewerThan(SeenWorkspace seen, Instant since) {
        if (removed) {
            return writtenAt.isAfter(since);
        }
        var build = seen.workspace().latestBuild();
        return buildNumber > build.number()
                || buildNumber == build.number() && BuildPhase.of(status) > BuildPhase.of(build.status());
    }

    Set<RepositoryUrl> repositories() {
        return Arrays.stream(repositories).map(RepositoryUrl::parse).collect(Collectors.toUnmodifiableSet());
    }

    Workspace asWorkspace(List<EntityRef> entities) {
        return new Workspace(
                id,
                name,
                templateName,
                status,
                buildNumber,
                outdated,
                healthy,
                URI.create(link),
                createdAt,
                entities,
                StoredJson.read(agents, AGENTS),
                drifted());
    }

    private List<Object> state() {
        return List.of(asWorkspace(List.of()), Set.of(repositories));
    }
}
