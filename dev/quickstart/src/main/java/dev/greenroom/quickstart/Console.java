package dev.greenroom.quickstart;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user sees: first which part is ready, then that all are, and only then the story, from its beginning. */
final class Console {
    private final PrintStream out;
    /** The lines that wait for the end of the start; null once it has ended. */
    private @Nullable List<String> held = new ArrayList<>();

    Console(PrintStream out) {
        this.out = out;
    }

    synchronized void ready(String part, Duration took) {
        out.printf("  %-22s ready in %.1f s%n", part, took.toMillis() / 1e3);
    }

    synchronized void hint(String sentence) {
        out.println(sentence);
    }

    synchronized void allReady(Duration took, URI gateway) {
        out.printf("ready in %.1f s: %s%n", took.toMillis() / 1e3, gateway);
        if (held != null) {
            held.forEach(out::println);
            held = null;
        }
        out.flush();
    }

    synchronized void story(String line) {
        if (held == null) {
            out.println(line);
        } else {
            held.add(line);
        }
    }

    synchronized void ended(String part, Path log) {
        out.println(part + " has ended; its log: " + log);
    }
}
