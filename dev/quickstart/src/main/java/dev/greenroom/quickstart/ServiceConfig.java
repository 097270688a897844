package dev.greenroom.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;

/**
 * A service's settings as {@code config/application.properties} in the folder that it runs in, where Quarkus reads them
 * with precedence over its own. A file that only its owner can read, and not the command line: secrets are among them.
 */
final class ServiceConfig {
    private ServiceConfig() {}

    static void write(Path workingFolder, Map<String, String> settings) {
        var properties = new Properties();
        properties.putAll(settings);
        try {
            var file = Files.createDirectories(workingFolder.resolve("config")).resolve("application.properties");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(file)) {
                properties.store(out, "Written at each start.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
