package dev.greenroom.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.byteman.agent.Main;

/** Byteman, which puts rules into a process as it starts, so that the service has no switch for them. */
final class Byteman {
    private Byteman() {}

    /** @return options of the JVM; none without rules */
    static List<String> options(String rules, Path folder) {
        if (rules.isEmpty()) {
            return List.of();
        }
        try {
            var script = Files.writeString(folder.resolve("rules.btm"), rules);
            return List.of("-javaagent:" + jar() + "=script:" + script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
