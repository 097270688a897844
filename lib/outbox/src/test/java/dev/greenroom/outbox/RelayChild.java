package dev.greenroom.outbox;

import static org.awaitility.Awaitility.await;

import dev.greenroom.outbox.RelayProcess.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A {@link RelayProcess}, seen from the test. */
final class RelayChild implements AutoCloseable {
    private final Process process;
    private final PrintWriter runs;
    private final List<String> conditions = new CopyOnWriteArrayList<>();

    /** @param arguments those of {@link RelayProcess#main} */
    RelayChild(List<String> arguments) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                RelayProcess.class.getName()));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs = new PrintWriter(process.outputWriter(), true);
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(conditions::add));
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Starts a relay and waits until it has stopped the process: until the kernel says so. */
    void runUntilItStops(Run run) {
        runs.println(run.line());
        await().until(() -> {
            var stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).startsWith("T");
        });
    }

    /** Wakes it and waits until it has seen that the lease is another's: it has sent by then whatever it would. */
    void wakeUntilItStandsBy(Run run) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-CONT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        await().until(() -> conditions.contains(run.shard() + " StandingBy"));
    }

    /** Ends as a process does that runs out of memory or power. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
