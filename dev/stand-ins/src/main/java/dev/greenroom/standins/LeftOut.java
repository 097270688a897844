package dev.greenroom.standins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a test run could not do. {@code ./greenroom test} prints it last, so that nothing is left out in silence. */
public final class LeftOut {
    private LeftOut() {}

    /**
     * @param what the part that did not run, such as "the flow with a real Backstage"
     * @param why a clause, such as "npm does not answer"
     */
    public static void say(String what, String why) {
        try {
            var file = Files.createDirectories(Path.of("target")).resolve("left-out.txt");
            var line = "left out: " + what + ", because " + why + System.lineSeparator();
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
