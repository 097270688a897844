package dev.greenroom.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo's catalog, copied once, so that it can be edited without touching the checkout. */
final class DemoCatalog {
    private DemoCatalog() {}

    static void provide(Home home) {
        if (Files.exists(home.catalog())) {
            return;
        }
        var original = home.root().resolve("dev/quickstart/src/main/catalog");
        try (var paths = Files.walk(original)) {
            for (Path path : paths.toList()) {
                var copy = home.catalog().resolve(original.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
