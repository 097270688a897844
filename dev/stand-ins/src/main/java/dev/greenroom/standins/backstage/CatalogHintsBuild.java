package dev.greenroom.standins.backstage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Builds and tests the module of Backstage that sends hints, in a copy.
 *
 * @param source this repository's {@code backstage/catalog-hints}
 * @param cache a folder that may be kept from run to run; 70 MB
 * @param npm the command
 */
record CatalogHintsBuild(Path source, Path cache, String npm) {
    private static final List<String> PARTS =
            List.of("package.json", "package-lock.json", "tsconfig.json", "config.schema.json", "src", "test");
    private static final List<String> PUBLISHED = List.of("package.json", "config.schema.json", "dist");

    /**
     * Leaves what would be published in the cache.
     *
     * @param node the command; a Node that runs TypeScript
     * @return why its packages can't be installed here; empty where it is built
     * @throws IllegalStateException where it can't be built for another reason
     */
    Optional<String> build(Path node) {
        try {
            delete(cache.resolve("dist"));
            copy(source, cache, PARTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var commands = new Npm(npm, cache);
        var obstacle = commands.install();
        if (obstacle.isEmpty()) {
            commands.run("build", node);
        }
        return obstacle;
    }

    /**
     * Runs its own tests, after it was built.
     *
     * @throws IllegalStateException with what they said, where one fails
     */
    void test(Path node) {
        new Npm(npm, cache).run("test", node);
    }

    /** As a package that was installed there; its own packages are Backstage's. */
    void copyTo(Path folder) {
        try {
            copy(cache, folder, PUBLISHED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to, List<String> parts) throws IOException {
        for (var part : parts) {
            delete(to.resolve(part));
            try (var files = Files.walk(from.resolve(part))) {
                for (var file : files.toList()) {
                    var copy = to.resolve(from.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** So that nothing is left of a file that was renamed. */
    private static void delete(Path part) throws IOException {
        if (Files.exists(part)) {
            try (var files = Files.walk(part)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
