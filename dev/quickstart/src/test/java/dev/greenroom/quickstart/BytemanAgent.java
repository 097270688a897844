package dev.greenroom.quickstart;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.byteman.agent.Main;
import org.jboss.byteman.check.TestScript;

/** Byteman, which puts rules into code that runs: into that of a process that was started without knowing of it. */
final class BytemanAgent {
    private BytemanAgent() {}

    /** Returns when the rule is in force. Byteman can be loaded once into a process. */
    static void load(RunningPart process, String rule) {
        try {
            var script = script(rule);
            var machine = VirtualMachine.attach(String.valueOf(process.handle().pid()));
            try {
                machine.loadAgent(jar().toString(), "script:" + script);
            } finally {
                machine.detach();
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What Byteman says of rules that don't fit a packaged service: whose class or method isn't there, or whose condition
     * doesn't compile.
     *
     * @param service its module's folder
     */
    static List<String> misfits(Path service, List<String> rules) {
        var application = service.resolve("target/quarkus-app");
        var classPath = jar() + ":" + application.resolve("app/*") + ":" + application.resolve("lib/main/*");
        try {
            var script = script(String.join("\n", rules));
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

    private static Path script(String rules) throws IOException {
        return Files.writeString(Files.createTempFile("greenroom-", ".btm"), rules);
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
