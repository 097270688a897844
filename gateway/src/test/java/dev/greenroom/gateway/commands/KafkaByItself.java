package dev.greenroom.gateway.commands;

import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.TemporaryFolder;
import dev.greenroom.standins.kafka.KafkaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Kafka in a process of its own, which can be made to fall silent as a machine that hangs does. */
final class KafkaByItself implements AutoCloseable {
    private final Path data = TemporaryFolder.create("kafka-by-itself");
    private final int port = FreePort.find();
    private @Nullable Process process;

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Returns when it takes clients. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaProcess.class.getName(),
                        data.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        awaitReady(process.inputReader(StandardCharsets.UTF_8));
    }

    private static void awaitReady(BufferedReader out) throws IOException {
        var line = out.readLine();
        while (line != null && !line.startsWith("ready:")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("Kafka ended before it was ready");
        }
        Thread.ofVirtual().start(() -> out.lines().forEach(ignored -> {}));
    }

    /** Returns when each thread has stopped: on a busy machine some run on for a while after the signal was sent. */
    void fallSilent() throws Exception {
        signal("STOP");
        await().until(this::stopped);
    }

    private boolean stopped() throws IOException {
        try (var threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            for (var thread : threads.toList()) {
                if (!Files.readString(thread.resolve("stat")).contains(") T ")) {
                    return false;
                }
            }
        }
        return true;
    }

    void goOn() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("kill -" + name + " did not work");
        }
    }

    @Override
    public void close() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        TemporaryFolder.delete(data);
    }
}
