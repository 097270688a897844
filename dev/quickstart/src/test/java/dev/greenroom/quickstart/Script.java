package dev.greenroom.quickstart;

import dev.greenroom.standins.leaks.LeakHunt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./greenroom} as its user runs it, with a home of its own. */
record Script(Path script, Path home, Map<String, String> environment) {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** The checkout's own, which takes what was just built for built, and nothing that was saved since. */
    static Script ofCheckout(Path home) throws IOException {
        var mark = Files.writeString(ROOT.resolve("dev/quickstart/target/built"), "");
        var began = ROOT.resolve("dev/quickstart/target/test-began");
        if (Files.exists(began)) {
            Files.setLastModifiedTime(mark, Files.getLastModifiedTime(began));
        }
        return new Script(ROOT.resolve("greenroom"), home, Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    record Answer(int exitCode, List<String> lines) {
        String lastLine() {
            return lines.isEmpty() ? "" : lines.getLast();
        }
    }

    Answer run(String... arguments) throws IOException, InterruptedException {
        var process = start(arguments);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output.lines().toList());
    }

    Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // A real neighbour that the user has set is not for these tests.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("GREENROOM_") && !name.equals(LeakHunt.VARIABLE));
        builder.environment().putAll(new TreeMap<>(environment));
        builder.environment().put("GREENROOM_HOME", home.toString());
        return builder.start();
    }
}
