package dev.greenroom.standins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** What a test run could not do. {@code ./greenroom test} prints it last, so that nothing is left out in silence. */
public final class LeftOut {
    private static final Path TARGET = Path.of("target");

    private LeftOut() {}

    /**
     * Once, however often it is said.
     *
     * @param what the part that did not run, such as "the flow with a real Backstage"
     * @param why a clause, such as "npm does not answer"
     */
    public static void say(String what, String why) {
        say(TARGET, what, why);
    }

    /**
     * Skips the test that calls it, and says so, where a container runs in place of the server that the test takes away
     * and brings back.
     *
     * @param standIn the test's field, which then is null
     * @param what the test
     */
    public static void withoutStandIn(@Nullable Object standIn, String what) {
        withoutStandIn(TARGET, standIn, what);
    }

    static void withoutStandIn(Path folder, @Nullable Object standIn, String what) {
        if (standIn == null) {
            var why = "a container is not taken away and brought back on the same port";
            say(folder, what, why);
            Assumptions.abort(why);
        }
    }

    static void say(Path folder, String what, String why) {
        try {
            var file = Files.createDirectories(folder).resolve("left-out.txt");
            var line = "left out: " + what + ", because " + why;
            if (!Files.exists(file) || !Files.readAllLines(file).contains(line)) {
                Files.writeString(
                        file, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
