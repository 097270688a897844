package dev.greenroom.standins.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** GNU grep over whole folders, binary files among them, for letters and not for lines: it searches for any number of texts at once. */
final class Grep {
    private static final int NOTHING_FOUND = 1;

    private Grep() {}

    /** @param file of texts, one a line */
    static void forAnyOf(Path file, List<Path> places, Consumer<Hit> found) {
        run(List.of("--fixed-strings", "--file=" + file), places, found);
    }

    /** @param expression as grep's extended ones are */
    static void forExpression(String expression, List<Path> places, Consumer<Hit> found) {
        run(List.of("--extended-regexp", "--regexp=" + expression), places, found);
    }

    record Hit(Path file, long offset, String text) {

        /** {@code FILE NUL OFFSET : TEXT} */
        static Hit parse(String line) {
            int endOfFile = line.indexOf('\0');
            int endOfOffset = line.indexOf(':', endOfFile);
            return new Hit(
                    Path.of(line.substring(0, endOfFile)),
                    Long.parseLong(line.substring(endOfFile + 1, endOfOffset)),
                    line.substring(endOfOffset + 1));
        }

        @Override
        public String toString() {
            return "Hit[" + file + "@" + offset + "]";
        }
    }

    private static void run(List<String> pattern, List<Path> places, Consumer<Hit> found) {
        var command = new ArrayList<>(List.of("grep", "--recursive", "--text", "--only-matching", "--byte-offset"));
        command.addAll(List.of("--with-filename", "--null"));
        command.addAll(pattern);
        command.add("--");
        places.forEach(place -> command.add(place.toString()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "C");
        try {
            var process = builder.start();
            try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), ISO_8859_1))) {
                lines.lines().map(Hit::parse).forEach(found);
            }
            if (process.waitFor() > NOTHING_FOUND) {
                throw new IllegalStateException("grep could not search everything");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
