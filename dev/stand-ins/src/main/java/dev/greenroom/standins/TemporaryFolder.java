package dev.greenroom.standins;

import dev.greenroom.standins.leaks.LeakHunt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for the data of one test run, and its end. A search for leaks keeps it. */
public final class TemporaryFolder {
    private TemporaryFolder() {}

    public static Path create(String name) {
        try {
            var prefix = "greenroom-" + name + "-";
            var hunt = LeakHunt.asked();
            return hunt.isPresent()
                    ? Files.createTempDirectory(hunt.get().kept(), prefix)
                    : Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the folder with all that is in it; what can't be deleted is left to the system's own cleaning. */
    public static void delete(Path folder) {
        if (LeakHunt.asked().isPresent()) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException alreadyGone) {
            // A server that is still going down removes files while we walk.
        }
    }
}
