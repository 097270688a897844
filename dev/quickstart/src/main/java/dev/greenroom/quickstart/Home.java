package dev.greenroom.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param root the checkout, for the services that were built in it
 * @param folder the one folder that everything is written to, which git ignores
 */
public record Home(Path root, Path folder) {

    /** As the script says, in {@code greenroom.root} and {@code greenroom.home}. */
    public static Home ofScript() {
        return new Home(
                Path.of(System.getProperty("greenroom.root", ".")).toAbsolutePath(),
                Path.of(System.getProperty("greenroom.home", ".greenroom")).toAbsolutePath());
    }

    Path data(String part) {
        return made(folder.resolve("data").resolve(part));
    }

    Path log(String part) {
        return made(folder.resolve("logs")).resolve(part + ".log");
    }

    /** The folder that a service runs in, with its {@code config/application.properties}. */
    Path workingFolder(String service) {
        return made(folder.resolve("services").resolve(service));
    }

    /** The entities of the stand-in catalog: edit a file, and watch. */
    public Path catalog() {
        return folder.resolve("catalog");
    }

    Path secrets() {
        return folder.resolve("secrets.properties");
    }

    Path lock() {
        return made(folder).resolve("lock");
    }

    Path running() {
        return folder.resolve("running.json");
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
