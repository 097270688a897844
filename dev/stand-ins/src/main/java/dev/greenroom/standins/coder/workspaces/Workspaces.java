package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.state.Rows;
import java.util.Optional;
import java.util.stream.Stream;

/** All workspaces, the deleted ones too. */
final class Workspaces {

    private final Rows<Workspace> rows;

    Workspaces(Journal journal) {
        this.rows = new Rows<>("workspace", Workspace.class, journal);
    }

    Workspace put(Workspace workspace) {
        return rows.put(workspace);
    }

    Optional<Workspace> find(String id) {
        return rows.find(id);
    }

    Stream<Workspace> undeleted() {
        return rows.all().filter(workspace -> !workspace.deleted());
    }

    /** The undeleted workspace of an owner by its name, whatever its case. */
    Optional<Workspace> named(String ownerId, String name) {
        return undeleted()
                .filter(workspace -> workspace.ownerId().equals(ownerId))
                .filter(workspace -> workspace.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
