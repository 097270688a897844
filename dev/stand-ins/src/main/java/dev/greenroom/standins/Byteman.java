package dev.greenroom.standins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.byteman.agent.Main;
import org.jboss.byteman.check.TestScript;

/**
 * Byteman, which puts rules into the code of a service that runs as a process, so that the service has no switch for what
 * is done to it. Only for those who have its library on their class path.
 */
public final class Byteman {
    private Byteman() {}

    /** @return the option with which a JVM begins with these rules in force; the file has to be there as long as it */
    public static String agentOption(Path script) {
        return "-javaagent:" + jar() + "=script:" + script;
    }

    /**
     * What Byteman says of rules that don't fit a packaged service: whose class or method isn't there, or whose expressions
     * don't compile.
     *
     * @param service its module's folder
     */
    public static List<String> misfits(Path service, List<String> rules) {
        var application = service.resolve("target/quarkus-app");
        var classPath = jar() + ":" + application.resolve("app/*") + ":" + application.resolve("lib/main/*");
        try {
            var script = Files.writeString(Files.createTempFile("greenroom-", ".btm"), String.join("\n", rules));
            var check = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            classPath,
                            TestScript.class.getName(),
                            script.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = check.inputReader()
                    .lines()
                    .filter(Predicate.not(String::isBlank))
                    .toList();
            Files.delete(script);
            return said.getLast().equals("TestScript: no errors") ? List.of() : said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library, which is its agent, too. */
    public static Path jar() {
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
