package dev.greenroom.standins.leaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run of the tests for {@code ./greenroom verify leaks}: its folder, which the environment names. In it is what the
 * search looks for ({@link #canaries}), and much of what it looks into.
 */
public record LeakHunt(Path folder) {
    /** Every process of the run has it. */
    public static final String VARIABLE = "GREENROOM_LEAKS";

    private static final Optional<LeakHunt> ASKED =
            Optional.ofNullable(System.getenv(VARIABLE)).map(folder -> new LeakHunt(Path.of(folder)));

    /** Empty in every run but those. */
    public static Optional<LeakHunt> asked() {
        return ASKED;
    }

    /** The secrets themselves, a file a process; never searched. */
    Path canaries() {
        return made("canaries");
    }

    /** What would have been deleted: the data of Kafka and PostgreSQL, and whole homes of Greenroom. */
    public Path kept() {
        return made("kept");
    }

    /** What the services say in their tests, with debug logging on, and what Maven printed. */
    Path logs() {
        return made("logs");
    }

    Path errorBodies() {
        return made("error-bodies");
    }

    private Path made(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
