package dev.greenroom.standins.backstage.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of entity files, and the catalog that they make. */
public final class CatalogFolder {
    private final Path folder;
    private final RegisterFile register;
    private SortedMap<Path, FileMark> marks = new TreeMap<>();
    private Map<Path, Reading> readings = Map.of();
    private Map<String, Registered> registered;
    private Catalog catalog = Catalog.of(List.of());

    /**
     * @param folder read with all its folders
     * @param state where uids outlive the process
     */
    public CatalogFolder(Path folder, Path state) {
        this.folder = folder.toAbsolutePath().normalize();
        this.register = new RegisterFile(state.resolve("catalog.json"));
        this.registered = register.load();
    }

    /** The references of the entities that a folder's files have and Backstage takes. */
    public static List<String> refs(Path folder) {
        return FileMark.below(folder.toAbsolutePath().normalize()).keySet().stream()
                .map(Reading::of)
                .flatMap(reading ->
                        reading instanceof Reading.Documents(var documents) ? documents.stream() : Stream.of())
                .filter(document -> EntityRules.broken(document).isEmpty())
                .map(document -> Ref.of(document).toString())
                .toList();
    }

    /** The catalog as the files are now. Costs a look at each file's attributes where nothing has changed. */
    public synchronized Catalog current() {
        var now = FileMark.below(folder);
        if (!now.equals(marks)) {
            readAgain(now);
        }
        return catalog;
    }

    private void readAgain(SortedMap<Path, FileMark> now) {
        var next = new TreeMap<>(readings);
        next.keySet().retainAll(now.keySet());
        now.forEach((file, mark) -> {
            if (!mark.equals(marks.get(file))) {
                next.put(file, Reading.of(file));
            }
        });
        registered = Registrations.after(registered, next);
        register.save(registered);
        catalog = Catalog.of(registered.values());
        readings = next;
        marks = now;
    }
}
