package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.state.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All builds. */
final class Builds {

    private final Rows<Build> rows;
    private final Map<String, List<String>> idsByWorkspace = new HashMap<>();
    private final Set<String> activeIds = new LinkedHashSet<>();

    Builds(Journal journal) {
        this.rows = new Rows<>("build", Build.class, journal);
        rows.all().forEach(this::index);
    }

    Build add(Build build) {
        index(build);
        return rows.put(build);
    }

    Build change(Build build) {
        if (!build.job().isActive()) {
            activeIds.remove(build.id());
        }
        return rows.put(build);
    }

    private void index(Build build) {
        idsByWorkspace
                .computeIfAbsent(build.workspaceId(), any -> new ArrayList<>())
                .add(build.id());
        if (build.job().isActive()) {
            activeIds.add(build.id());
        }
    }

    int count() {
        return rows.count();
    }

    Optional<Build> find(String id) {
        return rows.find(id);
    }

    /** The builds of a workspace, oldest first. */
    Stream<Build> of(Workspace workspace) {
        return idsByWorkspace.getOrDefault(workspace.id(), List.of()).stream().flatMap(id -> rows.find(id).stream());
    }

    Build latest(Workspace workspace) {
        return of(workspace).toList().getLast();
    }

    /** The builds that are not done, oldest first. */
    Stream<Build> active() {
        return List.copyOf(activeIds).stream().flatMap(id -> rows.find(id).stream());
    }
}
