package dev.greenroom.standins.backstage;

import java.io.File;
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
 * What npm does in a folder with a {@code package.json} and its lock file.
 *
 * @param command npm
 * @param folder where its log goes, too
 */
record Npm(String command, Path folder) {
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

    /**
     * {@code npm ci}, once for each state of the lock file.
     *
     * @return why it can't be done here: no npm, no registry. Empty where the packages are there
     * @throws IllegalStateException where npm fails otherwise, as by a lock file out of step or a full disk
     */
    Optional<String> install() {
        try {
            return installed() ? Optional.empty() : ci();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a script of {@code package.json}.
     *
     * @param node what runs as {@code node} in it
     * @throws IllegalStateException with its last lines, where it fails
     */
    void run(String script, Path node) {
        var log = folder.resolve("npm-" + script + ".log");
        var process = builder(List.of("run", script), log);
        process.environment()
                .merge("PATH", node.resolveSibling("").toString(), (path, first) -> first + File.pathSeparator + path);
        try {
            if (succeeds(process.start(), script, log)) {
                return;
            }
            throw new IllegalStateException("npm run " + script + " failed:\n" + lastLines(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean installed() throws IOException {
        return Files.exists(mark()) && Files.mismatch(mark(), folder.resolve("package-lock.json")) < 0;
    }

    /** A copy of the lock file by which the packages were installed to the end. */
    private Path mark() {
        return folder.resolve("node_modules/.installed-by-package-lock.json");
    }

    private Optional<String> ci() throws IOException {
        var log = folder.resolve("npm.log");
        Process process;
        try {
            process = builder(ARGUMENTS, log).start();
        } catch (IOException e) {
            return Optional.of("npm is not there (" + e.getMessage() + ")");
        }
        if (!succeeds(process, "ci", log)) {
            var code = errorCode(log);
            if (UNREACHABLE.contains(code)) {
                return Optional.of("npm can't reach its registry (" + code + ")");
            }
            throw new IllegalStateException("npm ci failed:\n" + lastLines(log));
        }
        Files.copy(folder.resolve("package-lock.json"), mark(), StandardCopyOption.REPLACE_EXISTING);
        return Optional.empty();
    }

    private ProcessBuilder builder(List<String> arguments, Path log) {
        return new ProcessBuilder(
                        Stream.concat(Stream.of(command), arguments.stream()).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
    }

    private static boolean succeeds(Process process, String what, Path log) throws IOException {
        if (!ended(process)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException(
                    "npm " + what + " did not end within " + MINUTES + " minutes:\n" + lastLines(log));
        }
        return process.exitValue() == 0;
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while npm ran", e);
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
